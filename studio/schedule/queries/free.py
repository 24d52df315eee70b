"""Where there is room: free starts, the next one, whose turn a walk-in is, and who of those waiting a gap suits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.masking import sight_of
from studio.clients.models import Client
from studio.kernel.time import TimeRange
from studio.kernel.work import Read, query
from studio.schedule.free import from_now, times_of
from studio.schedule.models import WaitEntry
from studio.schedule.queries.people import LARGEST_PAGE, Page, theirs_to_see
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.rules.spans import starts_in
from studio.schedule.rules.waiting import OPEN, Gap, Wish, ranked
from studio.schedule.turns import turns_now
from studio.schedule.views import Waiter

WAIT, CLIENT = columns_of(WaitEntry).c, columns_of(Client).c
SEE, WAITLIST = "schedule.booking.see", "schedule.waitlist.see"
STEP, AHEAD = 15, 60


@dataclass(frozen=True, slots=True)
class Slot:
    """A start at which there is room."""

    artist_id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Working:
    """What one artist works on one day, and what of it is free."""

    artist_id: UUID
    day: date
    work: tuple[TimeRange, ...]
    free: tuple[TimeRange, ...]


@query(SEE)
def working(read: Read, first: date, days: int = 1, artists: Sequence[UUID] | None = None) -> list[Working]:
    """Hours of work and free time of the active artists, or those named, day by day."""
    times = times_of(read.connection, read.house, first, days, theirs_to_see(read, artists))
    return [Working(who, day, tuple(spans), tuple(times.free[who, day])) for (who, day), spans in times.work.items()]


@query(SEE)
def free_slots(
    read: Read,
    first: date | None,
    minutes: int,
    *,
    days: int = 1,
    artists: Sequence[UUID] | None = None,
    step: int = STEP,
) -> list[Slot]:
    """Every start from now on at which so many minutes with the studio's buffers fit, in order, from a day or today."""
    now, zone, settings = read.house.clock.now(), read.house.settings["studio.zone"], read.house.settings
    buffers = {name: settings[f"schedule.buffer_{name}"] for name in ("before", "after")}
    times = times_of(read.connection, read.house, first or day_of(now, zone), days, theirs_to_see(read, artists))
    found = [
        Slot(who, start, start + timedelta(minutes=minutes))
        for (who, day), spans in times.free.items()
        for start in starts_in(from_now(spans, now, day_span(day, zone)[1]), minutes, step, **buffers)
    ]
    return sorted(found, key=lambda slot: (slot.starts_at, times.artists[slot.artist_id].position))


@query(SEE)
def next_free(
    read: Read, minutes: int, artists: Sequence[UUID] | None = None, since: date | None = None
) -> Slot | None:
    """The next start within two months, with any of these artists."""
    today = day_of(read.house.clock.now(), read.house.settings["studio.zone"])
    for week in range(0, AHEAD, 10):
        day = max(since or today, today) + timedelta(days=week)
        found = free_slots.run(read, day, minutes, days=10, artists=artists)
        if found:
            return found[0]
    return None


@query(SEE)
def walk_in_turns(read: Read, minutes: int) -> list[Slot]:
    """Who could take a walk-in today for so long, whoever's turn it is first."""
    after = read.house.settings["schedule.buffer_after"]
    turns = turns_now(read.connection, read.house, read.house.clock.now(), minutes, after=after)
    seen = theirs_to_see(read, [turn.artist_id for turn in turns]) or ()
    return [
        Slot(turn.artist_id, turn.start, turn.start + timedelta(minutes=minutes))
        for turn in turns
        if turn.artist_id in seen
    ]


@query(WAITLIST)
def waitlist(read: Read) -> list[Waiter]:
    """Who waits, the longest first."""
    return _waiters(read, WAIT.state.in_(OPEN))


@query(WAITLIST)
def list_waiting(read: Read, state: str = "", *, page: int = 1, size: int = 50) -> Page[Waiter]:
    """A page of those who wait, or of another state, the longest first."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = WAIT.state.in_((state,) if state else OPEN)
    total = read.connection.execute(select(func.count()).select_from(WAIT.id.table).where(wanted)).scalar_one()
    return Page(_waiters(read, wanted, size, (page - 1) * size), total, page, size)


@query(WAITLIST)
def waiting_for(read: Read, artist_id: UUID, starts_at: datetime, minutes: int) -> list[Waiter]:
    """Whom of those waiting a gap suits, the best first."""
    times = times_of(read.connection, read.house, day_of(starts_at, read.house.settings["studio.zone"]), 1, [artist_id])
    styles = times.artists[artist_id].styles if artist_id in times.artists else ()
    gap = Gap(artist_id, day_of(starts_at, read.house.settings["studio.zone"]), minutes, styles)
    known = {one.id: one for one in _waiters(read, WAIT.state.in_(OPEN))}
    return [known[wish.entry_id] for wish in ranked(map(_wish, known.values()), gap)]


def _waiters(read: Read, wanted: Any, most: int | None = None, before: int = 0) -> list[Waiter]:
    names = [name for name in Waiter.__dataclass_fields__ if name not in ("client", "phone")]
    row = [*(WAIT[name] for name in names), CLIENT.name, CLIENT.phone, CLIENT.artist_id.label("cared_by")]
    found = select(*row, CLIENT.filed_by).join(CLIENT.id.table, CLIENT.id == WAIT.client_id).where(wanted)
    sight = sight_of(read)
    return [
        Waiter(
            **{name: getattr(one, name) for name in names},
            client=one.name,
            phone=one.phone if sight.shows(one.cared_by, one.filed_by) else "",
        )
        for one in read.connection.execute(found.order_by(WAIT.created_at, WAIT.id).limit(most).offset(before))
    ]


def _wish(one: Waiter) -> Wish:
    return Wish(one.id, one.artist_id, one.style, one.minutes, one.from_on, one.until_on, one.days, one.created_at)
