"""What can have happened to alerts and letters."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact


@dataclass(frozen=True)
class AlertFact(Fact):
    """Anything after which somebody's open alerts may be others than before."""


@dataclass(frozen=True)
class AlertRaised(AlertFact):
    """Something new should be known."""

    alert_id: UUID
    alert: str


@dataclass(frozen=True)
class AlertRefreshed(AlertFact):
    """An open alert tells the newest figures."""

    alert_id: UUID
    alert: str


@dataclass(frozen=True)
class AlertSettled(AlertFact):
    """What an alert told of is over."""

    alert_id: UUID
    alert: str


@dataclass(frozen=True)
class AlertsMarked(AlertFact):
    """Somebody read alerts, put them off, or took them up again."""

    user_id: UUID
    how: str


@dataclass(frozen=True)
class AlertsWoke(AlertFact):
    """Alerts that were put off are back."""

    n: int


@dataclass(frozen=True)
class RouteChanged(AlertFact):
    """The owner changed who is told what, and how."""

    alert: str
    role: str
    channel: str
    on: bool


@dataclass(frozen=True)
class LetterFact(Fact):
    """A fact about one letter. It names nobody: letters may carry codes."""

    letter_id: UUID


@dataclass(frozen=True)
class LetterQueued(LetterFact):
    """A letter waits to be sent."""


@dataclass(frozen=True)
class LetterTaken(LetterFact):
    """A letter is being handed to the mail server."""


@dataclass(frozen=True)
class LetterSent(LetterFact):
    """The mail server took the letter."""


@dataclass(frozen=True)
class LetterFailed(LetterFact):
    """The letter could not be handed over; `final` when it is not tried again by itself."""

    final: bool


@dataclass(frozen=True)
class LetterCancelled(LetterFact):
    """Somebody decided that the letter shall not be sent."""


@dataclass(frozen=True)
class MailTried(Fact):
    """Somebody tried the mail settings."""

    worked: bool
