"""What is on: a span of the calendar in one statement, drawn from rows that carry the client's name and phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, bindparam, false, select

from storage.columns import UtcDateTime
from storage.table import columns_of
from studio.clients.masking import sight_of
from studio.clients.models import Client
from studio.kernel.money import Money
from studio.kernel.work import Read, query
from studio.schedule.models import Artist
from studio.schedule.models import Booking as Stored
from studio.schedule.obstacles import REACH
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.views import Booking

BOOKING, CLIENT, ARTIST = columns_of(Stored).c, columns_of(Client).c, columns_of(Artist).c
SEE = "schedule.booking.see"
OWN = tuple(
    name for name in Booking.__dataclass_fields__ if name not in ("client", "client_code", "phone", "health_light")
)
ROW = (
    *(BOOKING[name] for name in OWN),
    BOOKING.currency,
    CLIENT.name.label("client"),
    CLIENT.code.label("client_code"),
    CLIENT.phone,
    CLIENT.health_light,
    CLIENT.artist_id.label("cared_by"),
    CLIENT.filed_by,
)
FROM = BOOKING.id.table.outerjoin(CLIENT.id.table, CLIENT.id == BOOKING.client_id)
_start, _end = bindparam("start", type_=UtcDateTime()), bindparam("end", type_=UtcDateTime())
SPAN = (
    select(*ROW)
    .select_from(FROM)
    .where(BOOKING.starts_at >= bindparam("reach", type_=UtcDateTime()), BOOKING.starts_at < _end)
    .where(BOOKING.ends_at > _start)
    .order_by(BOOKING.starts_at, BOOKING.id)
)


@query(SEE)
def span(
    read: Read,
    start: datetime,
    end: datetime,
    *,
    artists: Sequence[UUID] = (),
    stations: Sequence[UUID] = (),
    statuses: Sequence[str] = (),
) -> list[Booking]:
    """All bookings that touch this span, in order; filters narrow it, one that is empty takes all."""
    wanted = _mine(read, SPAN)
    for column, values in ((BOOKING.artist_id, artists), (BOOKING.station_id, stations), (BOOKING.status, statuses)):
        wanted = wanted.where(column.in_(list(values))) if values else wanted
    found = read.connection.execute(wanted, {"start": start, "end": end, "reach": start - REACH})
    return drawn(read, found)


@query(SEE)
def week(read: Read, /, first: date, **filters: Any) -> list[Booking]:
    """Seven days from the first, as `span`."""
    start, end = day_span(first, read.house.settings["studio.zone"], 7)
    return span.run(read, start, end, **filters)


@query(SEE)
def day_board(read: Read, day: date | None = None) -> list[Booking]:
    """One day, today where none is named: what the lanes of the Today board are drawn from."""
    zone = read.house.settings["studio.zone"]
    start, end = day_span(day or day_of(read.house.clock.now(), zone), zone)
    return span.run(read, start, end)


def drawn(read: Read, rows: Iterable[Row[Any]]) -> list[Booking]:
    """Rows as views. Written out by place: a week of three hundred is drawn at every step through the calendar."""
    sight = sight_of(read)
    seen = (lambda row: True) if sight.is_whole else (lambda row: sight.shows(row.cared_by, row.filed_by))
    return [_booking(row, seen) for row in rows]


def _booking(row: Row[Any], seen: Callable[[Row[Any]], bool]) -> Booking:
    told: dict[str, Any] = dict(zip(OWN, row, strict=False))
    currency = row.currency
    for name in ("price", "deposit_due"):
        if told[name] is not None:
            told[name] = Money(told[name], currency)
    phone = row.phone if row.phone and seen(row) else ""
    return Booking(
        **told,
        client=row.client or "",
        client_code=row.client_code or "",
        phone=phone,
        health_light=row.health_light or "",
    )


def _mine(read: Read, wanted: Select[Any]) -> Select[Any]:
    return wanted if read.scope == "all" else wanted.where(own(read))


def own(read: Read) -> ColumnElement[bool]:
    """Bookings of whoever asks: of the artist who has their account."""
    if read.actor.id is None:
        return false()
    return BOOKING.artist_id.in_(select(ARTIST.id).where(ARTIST.user_id == read.actor.id))
