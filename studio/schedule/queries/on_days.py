"""Bookings that stand on some days: what somebody should see before those days are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select, true

from studio.kernel.work import Read, query
from studio.schedule.queries.calendar import BOOKING, FROM, ROW, SEE, drawn, own
from studio.schedule.rules.steps import OPEN
from studio.schedule.views import Booking

SHOWN = 12


@dataclass(frozen=True, slots=True)
class OnDays:
    """The first of them, and how many there are."""

    items: list[Booking]
    total: int


@query(SEE)
def bookings_on(read: Read, first: date, last: date, artist_id: UUID | None = None) -> OnDays:
    """Bookings on the studio's days from the first to the last that nobody has finished or called off."""
    wanted = [
        BOOKING.starts_local < (last + timedelta(days=1)).isoformat(),
        BOOKING.ends_local >= first.isoformat(),
        BOOKING.status.in_(OPEN),
        true() if artist_id is None else BOOKING.artist_id == artist_id,
        true() if read.scope == "all" else own(read),
    ]
    total = read.connection.execute(select(func.count()).select_from(FROM).where(*wanted)).scalar_one()
    found = select(*ROW).select_from(FROM).where(*wanted).order_by(BOOKING.starts_at, BOOKING.id).limit(SHOWN)
    return OnDays(drawn(read, read.connection.execute(found)), total)
