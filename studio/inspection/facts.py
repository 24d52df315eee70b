"""What can have happened around an inspection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class InspectionFact(Fact):
    """Something about visits or bundles."""


@dataclass(frozen=True)
class AboutVisit(InspectionFact):
    user_id: UUID
    visit_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("user", self.user_id)


@dataclass(frozen=True)
class VisitOpened(AboutVisit):
    """An inspector may look until a moment."""


@dataclass(frozen=True)
class VisitEnded(AboutVisit):
    """An inspector may not look any more."""


@dataclass(frozen=True)
class BundleAsked(InspectionFact):
    """Somebody takes the records of a period out of the house."""

    bundle_id: UUID
    first_day: date
    last_day: date
    in_full: bool


@dataclass(frozen=True)
class BundleFinished(InspectionFact):
    """All of a bundle was made."""

    bundle_id: UUID
    manifest: str


@dataclass(frozen=True)
class RecordsLookedAt(Fact):
    """Somebody looked through a list of records, a page at a time."""

    what: str
    first_day: date
    last_day: date
    page: int


@dataclass(frozen=True)
class ScreenOpened(Fact):
    """An inspector opened a screen."""

    address: str
