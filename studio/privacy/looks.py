"""Acts that are nothing but somebody reading what is private, and how long the details of a look last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.extension.registry import registry
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.subject import Subject
from studio.privacy.keeping import Times
from studio.privacy.rules import last_day_over

ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c
RECORD = "access_log"


def looks() -> Mapping[str, str]:
    """Action → the word for what was read."""
    return {name: word for area in registry().areas.values() for name, word in area.looks.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """One look, as the journal has it."""

    no: int
    at: datetime
    subject: str | None

    @property
    def client_id(self) -> UUID | None:
        """Whom it was about, where that was one client."""
        kind, _, known = (self.subject or "").partition(":")
        return UUID(known) if kind == "client" else None


def old_looks(connection: Connection, times: Times, today: date, held: set[UUID]) -> list[Look]:
    """Looks kept long enough that still tell address, browser and what was opened; oldest first. Their entry, with
    who looked at whom and when, is a link of the journal's chain and stays."""
    last = last_day_over(times[RECORD], today)
    if last is None:
        return []
    day_after = datetime.combine(last + timedelta(days=1), time.min, UTC)
    told = VALUES.facts.is_not(None) | VALUES.address.is_not(None) | VALUES.agent.is_not(None)
    found = (
        select(ENTRY.no, ENTRY.at, ENTRY.subject)
        .join_from(ENTRY.no.table, VALUES.no.table, VALUES.no == ENTRY.no)
        .where(ENTRY.action.in_(looks()), ENTRY.at < day_after, told)
        .order_by(ENTRY.no)
    )
    kept = {str(Subject("client", one)) for one in held}
    looked = (Look(*row) for row in connection.execute(found))
    return [one for one in looked if one.subject not in kept]
