"""All a calendar shows at a time, read at one go: who works, what is booked, its lights, and who waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from studio.extension.lights import Light
from studio.extension.registry import registry
from studio.kernel.work import Read, query
from studio.schedule.queries.calendar import SEE, Entry, span
from studio.schedule.queries.free import WAITLIST as WAIT
from studio.schedule.queries.free import Working, waitlist, working
from studio.schedule.queries.lights import LINE, lights_of
from studio.schedule.queries.people import artists as all_artists
from studio.schedule.queries.people import stations as all_stations
from studio.schedule.rules.steps import OPEN
from studio.schedule.views import Artist, Station, Waiter


@dataclass(frozen=True, slots=True)
class Screen:
    """One look: artists and stations that are active, bookings, the hours of one day, and those who wait."""

    artists: list[Artist]
    stations: list[Station]
    entries: Sequence[Entry]
    working: list[Working]
    waiters: list[Waiter]
    lights: Mapping[str, Light]
    """By the id of an entry; of bookings that are not over."""
    lines: Mapping[str, str]
    """What is done: as another room knows, else their services."""


@query(SEE)
def screen(
    read: Read,
    start: datetime,
    end: datetime,
    day: date | None,
    *,
    by: Literal["artists", "stations"] = "artists",
    who: Sequence[str] = (),
    statuses: Sequence[str] = (),
    lit: bool = True,
) -> Screen:
    """A span as `span` reads it, and all beside it; `who` are codes of artists or stations, all where it is empty.
    Without `lit` bookings come without lights and lines, without a day nobody's hours and nobody who waits."""
    artists = [one for one in all_artists(read) if one.active]
    stations = [one for one in all_stations(read) if one.active]
    known: Sequence[Artist | Station] = artists if by == "artists" else stations
    whose = {by: [one.id for one in known if one.code in who]}
    rows = span.run(read, start, end, statuses=statuses, **whose)
    entries = [Entry._make(one) for one in rows]  # whoever draws them asks each for twenty fields: a tuple is quicker
    ids = {one.id: UUID(one.id) for one in entries if one.client_id} if lit else {}
    ahead = [ids[one.id] for one in entries if one.id in ids and one.status in OPEN]
    lines = _services(read, ids.values()) | dict(registry().booking_lines(read.connection, list(ids.values())))
    waits = day is not None and read.house.rights.scope(read.actor, WAIT) is not None
    return Screen(
        artists=artists,
        stations=stations,
        entries=entries,
        working=working.run(read, day) if day else [],
        waiters=waitlist.run(read) if waits else [],
        lights={one.hex: light for one, light in lights_of.run(read, ahead).items()},
        lines={one.hex: line for one, line in lines.items()},
    )


def _services(read: Read, bookings: Collection[UUID]) -> dict[UUID, str]:
    found = select(LINE.booking_id, LINE.name).where(LINE.booking_id.in_(bookings))
    told: dict[UUID, list[str]] = defaultdict(list)
    for row in read.connection.execute(found.order_by(LINE.booking_id, LINE.position)) if bookings else ():
        told[row.booking_id].append(row.name)
    return {booking: ", ".join(names) for booking, names in told.items()}
