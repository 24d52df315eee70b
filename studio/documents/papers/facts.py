"""What can have happened to papers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class PaperFact(Fact):
    """Something about one of the studio's papers is not as it was."""

    paper_id: UUID
    key: str

    @property
    def subject(self) -> Subject:
        return Subject("paper", self.paper_id)


@dataclass(frozen=True)
class PaperAdded(PaperFact):
    """The studio has another paper."""


@dataclass(frozen=True)
class PaperDrafted(PaperFact):
    """Somebody wrote on a paper; nobody outside the office sees it yet."""


@dataclass(frozen=True)
class PaperPublished(PaperFact):
    """A new edition is in use from now on."""

    number: int


@dataclass(frozen=True)
class PaperMoved(PaperFact):
    """A paper was archived or restored."""

    archived: bool


@dataclass(frozen=True)
class GivenFact(Fact):
    """Something about what a client was given."""

    given_id: UUID
    client_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class AftercareGiven(GivenFact):
    """A client was given a sheet."""

    key: str
    number: int
    how: str


@dataclass(frozen=True)
class GivenOpened(GivenFact):
    """The client has the sheet open on their phone."""


@dataclass(frozen=True)
class GivenTakenBack(GivenFact):
    """It was noted by mistake; the code leads nowhere from now on."""


@dataclass(frozen=True)
class ClientFilePrinted(Fact):
    """A client's file was drawn to be printed."""

    client_id: UUID
    parts: tuple[str, ...]

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)
