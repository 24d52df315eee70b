"""Reading the bookings of pieces: a few statements however many pieces there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.schedule.models import Artist, Booking, BookingTimer
from studio.schedule.rules.localtime import day_of
from studio.tattoo.rules.reckoning import Session

BOOKING, TIMER, ARTIST = columns_of(Booking).c, columns_of(BookingTimer).c, columns_of(Artist).c
KIND = "piece"
_ROW = (
    BOOKING.id, BOOKING.code, BOOKING.kind, BOOKING.status, BOOKING.starts_at, BOOKING.ends_at, BOOKING.zone,
    BOOKING.artist_id, BOOKING.price, BOOKING.subject_id, ARTIST.name.label("artist"),
)  # fmt: skip


def sessions_of(connection: Connection, pieces: Sequence[UUID], now: datetime) -> Mapping[UUID, list[Session]]:
    """Piece → all its bookings in order, with what the timer says until now."""
    about = (BOOKING.subject_id.in_(pieces), BOOKING.subject_kind == KIND)
    tables = BOOKING.id.table.outerjoin(ARTIST.id.table, ARTIST.id == BOOKING.artist_id)
    found = select(*_ROW).select_from(tables).where(*about).order_by(BOOKING.starts_at, BOOKING.id)
    rows = connection.execute(found).all() if pieces else []
    worked = _worked(connection, about, now) if rows else {}
    told: dict[UUID, list[Session]] = defaultdict(list)
    for row in rows:
        told[row.subject_id].append(_session(row, worked.get(row.id, 0)))
    return told


def _worked(connection: Connection, about: Sequence[Any], now: datetime) -> Mapping[UUID, int]:
    """Booking → seconds its timer ran."""
    tables = TIMER.id.table.join(BOOKING.id.table, BOOKING.id == TIMER.booking_id)
    stretches = select(TIMER.booking_id, TIMER.started_at, TIMER.stopped_at).select_from(tables).where(*about)
    told: dict[UUID, int] = defaultdict(int)
    for row in connection.execute(stretches):
        told[row.booking_id] += int(((row.stopped_at or now) - row.started_at).total_seconds())
    return told


def _session(row: Any, worked: int) -> Session:
    return Session(
        id=row.id,
        code=row.code,
        kind=row.kind,
        status=row.status,
        day=day_of(row.starts_at, row.zone),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        artist_id=row.artist_id,
        artist=row.artist or "",
        price=row.price,
        worked=worked,
    )
