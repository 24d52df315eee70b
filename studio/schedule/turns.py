"""Whose turn it is: who has time from now on, and what they had today."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from studio.kernel.house import House
from studio.schedule.free import BOOKING, Times, from_now, times_of
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.rules.spans import first_start
from studio.schedule.rules.steps import FREE
from studio.schedule.rules.walking_in import Turn, in_turn

STEP = 5


def turns_now(
    connection: Connection,
    house: House,
    now: datetime,
    minutes: int,
    *,
    before: int = 0,
    after: int = 0,
    only: UUID | None = None,
) -> list[Turn]:
    """Everybody who could take somebody today for so long, in fair order."""
    zone = house.settings["studio.zone"]
    today = day_of(now, zone)
    start, end = day_span(today, zone)
    times = times_of(connection, house, today, 1, [only] if only else None)
    had = _had(connection, start, end)
    found = []
    for who, artist in times.artists.items():
        begin = _begin(times, who, now, end, minutes, before, after)
        if begin is not None:
            walk_ins, last = had.get(who, (0, None))
            found.append(Turn(who, begin, walk_ins, last, artist.position))
    return in_turn(found)


def _begin(
    times: Times, who: UUID, now: datetime, end: datetime, minutes: int, before: int, after: int
) -> datetime | None:
    spans = next((spans for (artist, _), spans in times.free.items() if artist == who), [])
    return first_start(from_now(spans, now, end), minutes, STEP, before=before, after=after)


def _had(connection: Connection, start: datetime, end: datetime) -> dict[UUID, tuple[int, datetime | None]]:
    """How many walk-ins each had today, and when the last began."""
    found = (
        select(BOOKING.artist_id, func.count().label("n"), func.max(BOOKING.starts_at).label("last"))
        .where(BOOKING.kind == "walk_in", BOOKING.starts_at >= start, BOOKING.starts_at < end)
        .where(BOOKING.artist_id.is_not(None), BOOKING.status.not_in(FREE))
        .group_by(BOOKING.artist_id)
    )
    return {row.artist_id: (row.n, row.last) for row in connection.execute(found)}
