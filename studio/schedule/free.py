"""Who has time: hours of work without closures, absences and what is booked; few statements for many artists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.kernel.house import House
from studio.kernel.time import TimeRange
from studio.schedule.models import Absence, Artist, Booking, Closure
from studio.schedule.obstacles import REACH
from studio.schedule.rules.localtime import day_span
from studio.schedule.rules.spans import spans_of, within, without, working
from studio.schedule.rules.steps import FREE
from studio.upkeep.premises import HOURS

ARTIST, AWAY = columns_of(Artist).c, columns_of(Absence).c
SHUT, BOOKING = columns_of(Closure).c, columns_of(Booking).c
MOST_DAYS = 62


@dataclass(frozen=True)
class Times:
    """Days of artists: what they work, and what of it is free."""

    artists: Mapping[UUID, Any]
    work: Mapping[tuple[UUID, date], list[TimeRange]]
    free: Mapping[tuple[UUID, date], list[TimeRange]]


def times_of(
    connection: Connection, house: House, first: date, days: int = 1, artists: Sequence[UUID] | None = None
) -> Times:
    """The active artists, or those named, on so many days from the first."""
    zone = house.settings["studio.zone"]
    start, end = day_span(first, zone, min(days, MOST_DAYS))
    dates = [first + timedelta(days=n) for n in range(min(days, MOST_DAYS))]
    known = _artists(connection, artists)
    shut = _shut(connection, dates)
    away = _away(connection, list(known), dates)
    busy = _busy(connection, list(known), start, end)
    work = {
        (who, day): [] if day in shut else _day(house, row, day, away.get((who, day), ()), zone)
        for who, row in known.items()
        for day in dates
    }
    free = {key: without(spans, busy.get(key[0], ())) for key, spans in work.items()}
    return Times(known, work, free)


def _day(house: House, artist: Any, day: date, away: Sequence[Any], zone: str) -> list[TimeRange]:
    """What they work on this day: their own hours, or the studio's; extra hours instead of either; none when away."""
    if artist.guest_from is not None and not artist.guest_from <= day <= artist.guest_until:
        return []
    extra = [one for one in away if one.kind == "extra"]
    if extra:
        return spans_of(day, [part for one in extra for part in one.hours], zone)
    if away:
        return []
    opening = house.settings[HOURS]
    if not artist.hours:
        return working(day, opening, zone) if opening else spans_of(day, [("00:00", "24:00")], zone)
    return working(day, artist.hours, zone)


def _artists(connection: Connection, wanted: Sequence[UUID] | None) -> dict[UUID, Any]:
    columns = (ARTIST.id, ARTIST.name, ARTIST.code, ARTIST.hours, ARTIST.guest_from, ARTIST.guest_until)
    found = select(*columns, ARTIST.styles, ARTIST.position, ARTIST.user_id).where(ARTIST.archived_at.is_(None))
    found = found.where(ARTIST.active) if wanted is None else found.where(ARTIST.id.in_(wanted))
    return {row.id: row for row in connection.execute(found.order_by(ARTIST.position, ARTIST.id))}


def _shut(connection: Connection, dates: Sequence[date]) -> set[date]:
    found = select(SHUT.from_on, SHUT.until_on).where(SHUT.from_on <= dates[-1], SHUT.until_on >= dates[0])
    spans = connection.execute(found).all()
    return {day for day in dates if any(one.from_on <= day <= one.until_on for one in spans)}


def _away(connection: Connection, artists: Sequence[UUID], dates: Sequence[date]) -> dict[tuple[UUID, date], list[Any]]:
    found = select(AWAY.artist_id, AWAY.kind, AWAY.from_on, AWAY.until_on, AWAY.hours).where(
        AWAY.artist_id.in_(artists), AWAY.from_on <= dates[-1], AWAY.until_on >= dates[0]
    )
    told: dict[tuple[UUID, date], list[Any]] = defaultdict(list)
    for row in connection.execute(found):
        for day in dates:
            if row.from_on <= day <= row.until_on:
                told[row.artist_id, day].append(row)
    return told


def _busy(
    connection: Connection, artists: Sequence[UUID], start: datetime, end: datetime
) -> dict[UUID, list[TimeRange]]:
    found = select(BOOKING.artist_id, BOOKING.held_from, BOOKING.held_until).where(
        BOOKING.artist_id.in_(artists),
        BOOKING.held_from >= start - REACH,
        BOOKING.held_from < end,
        BOOKING.held_until > start,
        BOOKING.held_until > BOOKING.held_from,
        BOOKING.status.not_in(FREE),
    )
    told: dict[UUID, list[TimeRange]] = defaultdict(list)
    for row in connection.execute(found):
        told[row.artist_id].append(TimeRange(row.held_from, row.held_until))
    return told


def from_now(spans: Sequence[TimeRange], now: datetime, until: datetime) -> list[TimeRange]:
    """What is left of the day."""
    return within(spans, [TimeRange(now, until)]) if now < until else []
