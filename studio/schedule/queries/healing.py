"""How it heals: what clients said after their sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.kernel.work import Read, query
from studio.schedule.models import HealingCheck
from studio.schedule.queries.calendar import BOOKING, own

DONE = "schedule.healing.done"
CHECK = columns_of(HealingCheck).c
MOST = 24


@dataclass(frozen=True, slots=True)
class Healing:
    """One answer: so many days after the session of this code."""

    code: str
    day: int
    answer: str
    note: str
    by_name: str
    at: datetime


@query(DONE)
def healing_of(read: Read, booking_id: UUID) -> list[Healing]:
    """What was said after one session, the latest first; of one's own alone where one asks about no others."""
    return _read(read, BOOKING.id == booking_id)


@query(DONE)
def healing_of_client(read: Read, client_id: UUID) -> list[Healing]:
    """What a client said after their sessions, the latest first."""
    return _read(read, BOOKING.client_id.in_(family_of(client_id)))


def _read(read: Read, which: ColumnElement[bool]) -> list[Healing]:
    mine: Sequence[ColumnElement[bool]] = () if read.scope == "all" else (own(read),)
    found = (
        select(BOOKING.code, CHECK.day, CHECK.answer, CHECK.note, CHECK.by_name, CHECK.updated_at)
        .join(BOOKING.id.table, BOOKING.id == CHECK.booking_id)
        .where(which, *mine)
        .order_by(CHECK.updated_at.desc(), CHECK.id.desc())
    )
    return [Healing(*row) for row in read.connection.execute(found.limit(MOST))]
