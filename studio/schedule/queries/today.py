"""One day as the front desk works it: every booking with what its card says, and how artists stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, false, func, or_, select

from storage.table import columns_of
from studio.extension.registry import registry
from studio.kernel.time import TimeRange
from studio.kernel.work import Read, query
from studio.schedule.free import times_of
from studio.schedule.models import Artist as Needle
from studio.schedule.models import Booking as Stored
from studio.schedule.models import BookingOverride, BookingService, BookingTimer, Station
from studio.schedule.obstacles import REACH
from studio.schedule.queries.calendar import BOOKING, FROM, ROW, SEE, drawn, own
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.rules.steps import FREE
from studio.schedule.views import Booking, Stretch

ARTIST, STATION = columns_of(Needle).c, columns_of(Station).c
LINE, TIMER = columns_of(BookingService).c, columns_of(BookingTimer).c
ASIDE = columns_of(BookingOverride).c
BEFORE = columns_of(Stored).alias("before").c


@dataclass(frozen=True, slots=True)
class DayCard:
    """A booking of the day with what people want to know before they touch it."""

    booking: Booking
    artist: str
    colour: int
    """Of the artist, 1 to 6; 0 for nobody."""
    station: str
    services: tuple[str, ...]
    line: str
    """What it is about, as whichever room looks after that says it."""
    first: bool
    """The client was never here before."""
    ended_by: str
    stretches: tuple[Stretch, ...]
    set_aside: tuple[str, ...] = ()
    """Why it began although a gate was shut."""

    def worked(self, now: datetime) -> int:
        """Seconds under the needle until now, pauses left out."""
        return sum(int(((one.stopped_at or now) - one.started_at).total_seconds()) for one in self.stretches)

    @property
    def running(self) -> bool:
        return any(one.stopped_at is None for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Bench:
    """An artist on this day: what they work, and what of it nobody holds."""

    artist_id: UUID
    user_id: UUID | None
    name: str
    colour: int
    work: tuple[TimeRange, ...]
    free: tuple[TimeRange, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """All of one day: `cards` as they begin, what goes on past midnight among them, `benches` in the studio's order."""

    day: date
    cards: tuple[DayCard, ...]
    benches: tuple[Bench, ...]
    stations: int
    """How many are in use at all."""


@query(SEE)
def day_of_work(read: Read, day: date | None = None, artist_id: UUID | None = None) -> Day:
    """One day, today where none is named, of everybody or one artist; however much is booked, as many statements."""
    zone = read.house.settings["studio.zone"]
    now = read.house.clock.now()
    wanted = day or day_of(now, zone)
    start, end = day_span(wanted, zone)
    begins = [BOOKING.starts_at < end, BOOKING.kind != "block", *_reaches(start, goes_on=start <= now < end)]
    begins += [] if read.scope == "all" else [own(read)]
    begins += [BOOKING.artist_id == artist_id] if artist_id else []
    count = select(func.count()).select_from(STATION.id.table).where(STATION.archived_at.is_(None), STATION.active)
    cards = _cards(read, begins)
    return Day(wanted, cards, _benches(read, wanted, artist_id), read.connection.execute(count).scalar_one())


def _reaches(start: datetime, *, goes_on: bool) -> tuple[ColumnElement[bool], ...]:
    """Begun on this day, or the night before and over on this one; `goes_on`: or still in the chair."""
    until = func.coalesce(BOOKING.finished_at, BOOKING.ends_at)
    sits = BOOKING.status == "in_progress" if goes_on else false()
    over_night = BOOKING.status.not_in(FREE) & or_(until > start, sits)
    return BOOKING.starts_at >= start - REACH, or_(BOOKING.starts_at >= start, over_night)


def _cards(read: Read, begins: Sequence[ColumnElement[bool]]) -> tuple[DayCard, ...]:
    rows = read.connection.execute(_found(begins)).all()
    bookings = drawn(read, rows)
    services, stretches, reasons = _services(read, begins), _stretches(read, begins), _reasons(read, begins)
    lines = registry().booking_lines(read.connection, [one.id for one in bookings]) if bookings else {}
    return tuple(
        DayCard(
            booking=one,
            artist=row.artist or "",
            colour=row.colour or 0,
            station=row.station or "",
            services=services.get(one.id, ()),
            line=lines.get(one.id, ""),
            first=bool(row.first),
            ended_by=row.ended_by,
            stretches=stretches.get(one.id, ()),
            set_aside=tuple(dict.fromkeys(reasons.get(one.id, ()))),
        )
        for one, row in zip(bookings, rows, strict=True)
    )


def _found(begins: Sequence[ColumnElement[bool]]) -> Any:
    tables = FROM.outerjoin(ARTIST.id.table, ARTIST.id == BOOKING.artist_id)
    tables = tables.outerjoin(STATION.id.table, STATION.id == BOOKING.station_id)
    been = exists().where(
        BEFORE.client_id == BOOKING.client_id,
        BEFORE.starts_at < BOOKING.starts_at,
        BEFORE.status.not_in(FREE),
    )
    beside = (
        ARTIST.name.label("artist"),
        ARTIST.colour,
        STATION.name.label("station"),
        BOOKING.ended_by,
        (BOOKING.client_id.is_not(None) & ~been).label("first"),
    )
    return select(*ROW, *beside).select_from(tables).where(*begins).order_by(BOOKING.starts_at, BOOKING.number)


def _services(read: Read, begins: Sequence[ColumnElement[bool]]) -> Mapping[UUID, tuple[str, ...]]:
    found = select(LINE.booking_id, LINE.name).join(BOOKING.id.table, BOOKING.id == LINE.booking_id).where(*begins)
    rows = read.connection.execute(found.order_by(LINE.booking_id, LINE.position))
    return _gathered((row.booking_id, row.name) for row in rows)


def _stretches(read: Read, begins: Sequence[ColumnElement[bool]]) -> Mapping[UUID, tuple[Stretch, ...]]:
    found = select(TIMER.booking_id, TIMER.started_at, TIMER.stopped_at)
    found = found.join(BOOKING.id.table, BOOKING.id == TIMER.booking_id).where(*begins)
    rows = read.connection.execute(found.order_by(TIMER.booking_id, TIMER.started_at))
    return _gathered((row.booking_id, Stretch(row.started_at, row.stopped_at)) for row in rows)


def _reasons(read: Read, begins: Sequence[ColumnElement[bool]]) -> Mapping[UUID, tuple[str, ...]]:
    gates = ("client", *registry().session_gates())
    found = select(ASIDE.booking_id, ASIDE.reason).join(BOOKING.id.table, BOOKING.id == ASIDE.booking_id)
    found = found.where(ASIDE.rule.in_(gates), ASIDE.reason.is_not(None), *begins)
    rows = read.connection.execute(found.order_by(ASIDE.at, ASIDE.id))
    return _gathered((row.booking_id, row.reason) for row in rows)


def _gathered(pairs: Iterable[tuple[UUID, Any]]) -> dict[UUID, tuple[Any, ...]]:
    told: dict[UUID, list[Any]] = defaultdict(list)
    for key, value in pairs:
        told[key].append(value)
    return {key: tuple(values) for key, values in told.items()}


def _benches(read: Read, day: date, artist_id: UUID | None) -> tuple[Bench, ...]:
    times = times_of(read.connection, read.house, day, 1, [artist_id] if artist_id else None)
    colours = select(ARTIST.id, ARTIST.colour).where(ARTIST.archived_at.is_(None))
    colour = {row.id: row.colour for row in read.connection.execute(colours)}
    mine = (lambda row: True) if read.scope == "all" else (lambda row: row.user_id == read.actor.id)
    return tuple(
        Bench(who, row.user_id, row.name, colour.get(who, 0), tuple(times.work[who, day]), tuple(times.free[who, day]))
        for who, row in times.artists.items()
        if mine(row)
    )
