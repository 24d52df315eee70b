"""What can have happened about people's data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class PrivacyFact(Fact):
    """Something about holds, requests or times."""


@dataclass(frozen=True)
class OfClient(PrivacyFact):
    client_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class HoldPlaced(OfClient):
    """Nothing of this client goes for now."""

    until: date | None = None


@dataclass(frozen=True)
class HoldLifted(OfClient):
    """What the rules say counts again."""


@dataclass(frozen=True)
class PersonFileMade(OfClient):
    """Somebody took out all there is about a client."""

    request_id: UUID


@dataclass(frozen=True)
class PersonErased(OfClient):
    """A client is nobody any more; what the law keeps stays until its day."""

    request_id: UUID
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordsEnded(PrivacyFact):
    """Records whose time was over are gone: how many rows of which table."""

    request_id: UUID
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Faded(PrivacyFact):
    """What is of no use after a while is gone: how many rows of which table."""

    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class KeepingChanged(PrivacyFact):
    """A kind of record is kept longer or shorter from now on."""

    record: str
    months: int | None


@dataclass(frozen=True)
class SweepDue(PrivacyFact):
    """Something that went has left traces, since removing them was broken off."""


@dataclass(frozen=True)
class Swept(PrivacyFact):
    """Files are removed and the database is written anew: nothing is left of what went."""

    request_id: UUID


@dataclass(frozen=True)
class CopiesRemoved(PrivacyFact):
    """Older copies of the database, which knew people who were erased since, are gone."""

    count: int


@dataclass(frozen=True)
class ViewsTakenOut(PrivacyFact):
    """Who looked at what left the house as a file."""

    rows: int
