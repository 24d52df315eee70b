"""What is on: a span of the calendar in one statement, drawn from rows that carry the client's name and phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, String, bindparam, false, select, type_coerce

from storage.columns import UtcDateTime
from storage.table import columns_of
from studio.clients.masking import sight_of
from studio.clients.models import Client
from studio.kernel.money import Money
from studio.kernel.work import Read, query
from studio.schedule.models import Artist
from studio.schedule.models import Booking as Stored
from studio.schedule.rules.localtime import day_span
from studio.schedule.rules.when import LONGEST as MINUTES
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
LONGEST = timedelta(minutes=MINUTES)
_start, _end = bindparam("start", type_=UtcDateTime()), bindparam("end", type_=UtcDateTime())
_TOUCHES = (
    BOOKING.starts_at >= bindparam("reach", type_=UtcDateTime()),
    BOOKING.starts_at < _end,
    BOOKING.ends_at > _start,
)


class Entry(NamedTuple):
    """A booking as the calendar draws it: ids and times as text, which a browser gets as they are."""

    id: str
    code: str
    version: int
    kind: str
    status: str
    artist_id: str | None
    station_id: str | None
    client_id: str | None
    start: str
    """On the wall, as is `end`."""
    end: str
    before: int
    after: int
    title: str
    deposit_state: str
    may_overlap: bool
    client: str | None
    phone: str | None
    """Empty for whoever may not see it."""
    light: str | None


def _as_text(column: Any) -> Any:
    return type_coerce(column, String)


_COLUMNS = (
    _as_text(BOOKING.id), BOOKING.code, BOOKING.version, BOOKING.kind, BOOKING.status, _as_text(BOOKING.artist_id),
    _as_text(BOOKING.station_id), _as_text(BOOKING.client_id), BOOKING.starts_local, BOOKING.ends_local,
    BOOKING.buffer_before, BOOKING.buffer_after, BOOKING.title, BOOKING.deposit_state,
    type_coerce(BOOKING.may_overlap, Integer), CLIENT.name, CLIENT.phone, CLIENT.health_light,
)  # fmt: skip
_SEEN = [column.label(name) for column, name in zip(_COLUMNS, Entry._fields, strict=True)]
_ENTRIES = select(*_SEEN).select_from(FROM).where(*_TOUCHES).order_by(BOOKING.starts_at)
_WHOSE = _ENTRIES.add_columns(CLIENT.artist_id.label("cared_by"), CLIENT.filed_by)


@query(SEE)
def span(
    read: Read,
    start: datetime,
    end: datetime,
    *,
    artists: Sequence[UUID] = (),
    stations: Sequence[UUID] = (),
    statuses: Sequence[str] = (),
) -> list[Entry]:
    """All bookings that touch this span, in order, in one statement; a filter that is empty takes all."""
    sight = sight_of(read)
    wanted = _ENTRIES if sight.is_whole else _WHOSE
    for column, values in ((BOOKING.artist_id, artists), (BOOKING.station_id, stations), (BOOKING.status, statuses)):
        wanted = wanted.where(column.in_(list(values))) if values else wanted
    rows = read.connection.execute(_mine(read, wanted), _between(start, end)).all()
    lit = _health_is_seen(read)
    if sight.is_whole and lit:
        return cast("list[Entry]", rows)  # rows have the very names of an entry: three hundred need no second tuple
    whole = sight.is_whole
    return [_masked(Entry._make(row[: len(_SEEN)]), seen=whole or sight.shows(*row[-2:]), lit=lit) for row in rows]


@query(SEE)
def week(read: Read, /, first: date, **filters: Any) -> list[Entry]:
    """Seven days from the first, as `span`."""
    start, end = day_span(first, read.house.settings["studio.zone"], 7)
    return span.run(read, start, end, **filters)


def _between(start: datetime, end: datetime) -> dict[str, datetime]:
    return {"start": start, "end": end, "reach": start - LONGEST}


def _masked(entry: Entry, *, seen: bool, lit: bool) -> Entry:
    shown = entry if seen else entry._replace(phone=entry.phone and "")
    return shown if lit else shown._replace(light=entry.light and "")


def _health_is_seen(read: Read) -> bool:
    """How a client's health answers stand is for whoever may see clients."""
    return read.house.rights.scope(read.actor, "clients.client.see") is not None


def drawn(read: Read, rows: Iterable[Row[Any]]) -> list[Booking]:
    """Rows as views."""
    sight = sight_of(read)
    seen = (lambda row: True) if sight.is_whole else (lambda row: sight.shows(row.cared_by, row.filed_by))
    lit = _health_is_seen(read)
    return [_booking(row, seen, lit=lit) for row in rows]


def _booking(row: Row[Any], seen: Callable[[Row[Any]], bool], *, lit: bool) -> Booking:
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
        health_light=(row.health_light or "") if lit else "",
    )


def _mine(read: Read, wanted: Select[Any]) -> Select[Any]:
    return wanted if read.scope == "all" else wanted.where(own(read))


def own(read: Read) -> ColumnElement[bool]:
    """Bookings of whoever asks: of the artist who has their account."""
    if read.actor.id is None:
        return false()
    return BOOKING.artist_id.in_(select(ARTIST.id).where(ARTIST.user_id == read.actor.id))
