"""One booking with everything beside it, and bookings a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.filing import PRESENT
from studio.clients.masking import sight_of
from studio.kernel.money import Money
from studio.kernel.work import Read, query
from studio.schedule.models import BookingOverride, BookingService, BookingTimer, Station
from studio.schedule.queries.calendar import ARTIST, BOOKING, FROM, ROW, SEE, drawn, own
from studio.schedule.refusals import BookingIsUnknown, SortIsUnknown
from studio.schedule.views import Booking, BookingCard, Line, Override, Stretch

STATION, LINE = columns_of(Station).c, columns_of(BookingService).c
OVERRIDE, TIMER = columns_of(BookingOverride).c, columns_of(BookingTimer).c
LARGEST_PAGE = 200
SORTS = {
    "starts_at": BOOKING.starts_at,
    "code": BOOKING.number,
    "changed": BOOKING.updated_at,
    "status": BOOKING.status,
}
BESIDE = (
    "note", "policy_no", "moves", "ended_by", "ended_at", "ended_reason", "notice_minutes", "created_at", "updated_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of bookings, and how many there are in all."""

    items: list[Booking]
    total: int
    page: int
    size: int


@query(SEE)
def booking(read: Read, booking_id: UUID) -> BookingCard:
    """One booking; raises BookingIsUnknown, also for whoever may see only their own."""
    return _card(read, BOOKING.id == booking_id)


@query(SEE)
def booking_by_code(read: Read, code: str) -> BookingCard:
    """The booking people know by this code."""
    return _card(read, BOOKING.number == number_of(code))


@query(SEE)
def list_bookings(
    read: Read,
    *,
    page: int = 1,
    size: int = 50,
    sort: str = "starts_at",
    since: datetime | None = None,
    until: datetime | None = None,
    artist_id: UUID | None = None,
    client_id: UUID | None = None,
    station_id: UUID | None = None,
    status: str = "",
    kind: str = "",
    q: str = "",
) -> Page:
    """One page in two statements. `q` is a code or finds the client; `since` and `until` are about the start; `sort`
    takes a minus for backwards."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    exact = {"artist_id": artist_id, "station_id": station_id, "status": status or None, "kind": kind or None}
    wanted = [true() if read.scope == "all" else own(read)]
    wanted += [BOOKING[name] == value for name, value in exact.items() if value is not None]
    wanted += [_named(read, q)] if q.strip() else []
    wanted += [BOOKING.client_id.in_(family_of(client_id))] if client_id else []
    wanted += [BOOKING.starts_at >= since] if since else []
    wanted += [BOOKING.starts_at < until] if until else []
    total = read.connection.execute(select(func.count()).select_from(FROM).where(*wanted)).scalar_one()
    found = select(*ROW).select_from(FROM).where(and_(*wanted)).order_by(*_order(sort))
    rows = read.connection.execute(found.limit(size).offset((page - 1) * size))
    return Page(drawn(read, rows), total, page, size)


@query(SEE)
def bookings_of(read: Read, client_id: UUID, limit: int = 50) -> list[Booking]:
    """A client's bookings, the latest first, with those of files merged into theirs."""
    return list_bookings.run(read, client_id=client_id, size=limit, sort="-starts_at").items


def number_of(code: str) -> int:
    """The number in a code; one that nobody has where it is none."""
    told = code.strip().upper().removeprefix("BK-")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else -1


def booking_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The codes the journal knows bookings by."""
    named = select(BOOKING.id, BOOKING.code).where(BOOKING.id.in_(ids))
    return {row.id: row.code for row in connection.execute(named)}


def _card(read: Read, which: ColumnElement[bool]) -> BookingCard:
    names = (ARTIST.name.label("artist"), STATION.name.label("station"))
    tables = FROM.outerjoin(ARTIST.id.table, ARTIST.id == BOOKING.artist_id)
    tables = tables.outerjoin(STATION.id.table, STATION.id == BOOKING.station_id)
    mine = true() if read.scope == "all" else own(read)
    columns = (*ROW, *(BOOKING[name] for name in BESIDE), *names)
    row = read.connection.execute(select(*columns).select_from(tables).where(which, mine)).first()
    if row is None:
        raise BookingIsUnknown
    told: dict[str, Any] = {name: getattr(row, name) for name in BESIDE}
    return BookingCard(
        booking=drawn(read, [row])[0],
        **told,
        artist=row.artist or "",
        station=row.station or "",
        services=_lines(read, row.id, row.currency),
        overrides=_overrides(read, row.id),
        stretches=_stretches(read, row.id),
    )


def _lines(read: Read, booking_id: UUID, currency: str) -> tuple[Line, ...]:
    found = select(LINE.service_id, LINE.name, LINE.minutes, LINE.price).where(LINE.booking_id == booking_id)
    rows = read.connection.execute(found.order_by(LINE.position))
    return tuple(
        Line(row.service_id, row.name, row.minutes, None if row.price is None else Money(row.price, currency))
        for row in rows
    )


def _overrides(read: Read, booking_id: UUID) -> tuple[Override, ...]:
    columns = (OVERRIDE.rule, OVERRIDE.told, OVERRIDE.reason, OVERRIDE.by_name, OVERRIDE.at)
    found = select(*columns).where(OVERRIDE.booking_id == booking_id).order_by(OVERRIDE.at, OVERRIDE.id)
    return tuple(Override(*row) for row in read.connection.execute(found))


def _stretches(read: Read, booking_id: UUID) -> tuple[Stretch, ...]:
    found = select(TIMER.started_at, TIMER.stopped_at).where(TIMER.booking_id == booking_id)
    return tuple(Stretch(*row) for row in read.connection.execute(found.order_by(TIMER.started_at)))


def _named(read: Read, q: str) -> ColumnElement[bool]:
    """By its code, or by its client as whoever asks may find them."""
    known = BOOKING.number == number_of(q)
    theirs = sight_of(read).finds(q, PRESENT)
    return known if theirs is None else or_(known, theirs)


def _order(sort: str) -> tuple[Any, ...]:
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key not in SORTS:
        raise SortIsUnknown("sort")
    return (SORTS[key].desc() if backwards else SORTS[key], BOOKING.id)
