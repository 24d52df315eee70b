"""Artists and stations, whole lists in their order or a page at a time, and days that are not as usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select, true

from storage import search
from storage.table import columns_of
from studio.kernel.money import Money
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query
from studio.schedule import models, views
from studio.schedule.refusals import ArtistIsUnknown, SortIsUnknown, StationIsUnknown

T = TypeVar("T")
ARTISTS, STATIONS = columns_of(models.Artist), columns_of(models.Station)
AWAY, SHUT, PAPER = (columns_of(one).c for one in (models.Absence, models.Closure, models.Certificate))
SEE = "schedule.artist.see"
LARGEST_PAGE = 200
STATES = ("", "active", "paused", "archived")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list, and how many there are in all."""

    items: list[T]
    total: int
    page: int
    size: int


def _row(table: Table, view: Any) -> list[Any]:
    return [table.c[name] for name in view.__dataclass_fields__]


ARTIST_ROW = [*_row(ARTISTS, views.Artist), ARTISTS.c.currency]
STATION_ROW = _row(STATIONS, views.Station)
HIDDEN = {
    **dict.fromkeys(("phone", "email", "note", "contract", "rent_per"), ""),
    **dict.fromkeys(("signature", "share", "rent")),
}


@query(SEE)
def artists(read: Read, *, archived: bool = False) -> list[views.Artist]:
    """Everybody who holds the needle, in the studio's order."""
    wanted = true() if archived else ARTISTS.c.archived_at.is_(None)
    found = select(*ARTIST_ROW).where(wanted).order_by(ARTISTS.c.position, ARTISTS.c.id)
    return [_artist(read, row) for row in read.connection.execute(found)]


@query(SEE)
def artist(read: Read, artist_id: UUID) -> views.Artist:
    """One artist, archived or not; raises ArtistIsUnknown."""
    return _artist(read, _one(read, ARTISTS, ARTIST_ROW, ARTISTS.c.id == artist_id, ArtistIsUnknown))


@query(SEE)
def artist_by_code(read: Read, code: str) -> views.Artist:
    """The artist people know by this code."""
    known = ARTISTS.c.code == code.strip().upper()[:40]
    return _artist(read, _one(read, ARTISTS, ARTIST_ROW, known, ArtistIsUnknown))


@query(SEE)
def list_artists(read: Read, /, **wanted: Any) -> Page[views.Artist]:
    """One page in two statements; `q`, `state`, `sort`, `page`, `size`."""
    rows, total, page, size = _page(read, ARTISTS, ARTIST_ROW, **wanted)
    return Page([_artist(read, row) for row in rows], total, page, size)


@query(SEE)
def stations(read: Read, *, archived: bool = False) -> list[views.Station]:
    """Every place to work at, in the studio's order."""
    wanted = true() if archived else STATIONS.c.archived_at.is_(None)
    found = select(*STATION_ROW).where(wanted).order_by(STATIONS.c.position, STATIONS.c.id)
    return [views.Station(*row) for row in read.connection.execute(found)]


@query(SEE)
def station(read: Read, station_id: UUID) -> views.Station:
    """One station, archived or not; raises StationIsUnknown."""
    return views.Station(*_one(read, STATIONS, STATION_ROW, STATIONS.c.id == station_id, StationIsUnknown))


@query(SEE)
def station_by_code(read: Read, code: str) -> views.Station:
    """The station people know by this code."""
    known = STATIONS.c.code == code.strip().upper()[:40]
    return views.Station(*_one(read, STATIONS, STATION_ROW, known, StationIsUnknown))


@query(SEE)
def list_stations(read: Read, /, **wanted: Any) -> Page[views.Station]:
    """One page in two statements; `q`, `state`, `sort`, `page`, `size`."""
    rows, total, page, size = _page(read, STATIONS, STATION_ROW, **wanted)
    return Page([views.Station(*row) for row in rows], total, page, size)


@query(SEE)
def absences(read: Read, since: date, until: date, artist_id: UUID | None = None) -> list[views.Absence]:
    """Days away and days with other hours that touch this span."""
    row = [AWAY[name] for name in views.Absence.__dataclass_fields__]
    whose = true() if artist_id is None else AWAY.artist_id == artist_id
    found = select(*row).where(AWAY.from_on <= until, AWAY.until_on >= since, whose).order_by(AWAY.from_on, AWAY.id)
    hidden = read.house.rights.scope(read.actor, "schedule.absence.edit") is None
    told = (views.Absence(*one) for one in read.connection.execute(found))
    return [_without_reason(one) if hidden else one for one in told]


@query(SEE)
def closures(read: Read, since: date, until: date) -> list[views.Closure]:
    """Days on which the studio is shut, that touch this span."""
    row = [SHUT[name] for name in views.Closure.__dataclass_fields__]
    found = select(*row).where(SHUT.from_on <= until, SHUT.until_on >= since).order_by(SHUT.from_on, SHUT.id)
    return [views.Closure(*one) for one in read.connection.execute(found)]


@query("schedule.certificate.see")
def certificates(read: Read, artist_id: UUID | None = None, *, ended: bool = False) -> list[views.Certificate]:
    """What artists hold, what ends soonest first; whoever sees only their own gets their own."""
    names = [name for name in views.Certificate.__dataclass_fields__ if name != "artist"]
    found = select(*(PAPER[name] for name in names), ARTISTS.c.name.label("artist"))
    found = found.join(ARTISTS, ARTISTS.c.id == PAPER.artist_id)
    wanted: list[ColumnElement[bool]] = [] if ended else [PAPER.ended_at.is_(None)]
    wanted += [] if artist_id is None else [PAPER.artist_id == artist_id]
    wanted += [] if read.scope == "all" else [ARTISTS.c.user_id == read.actor.id]
    rows = read.connection.execute(
        found.where(*wanted).order_by(PAPER.expires_on.is_(None), PAPER.expires_on, PAPER.id)
    )
    return [views.Certificate(**row._mapping) for row in rows]


def theirs_to_see(read: Read, wanted: Sequence[UUID] | None) -> Sequence[UUID] | None:
    """Whose hours whoever asks may read, of the artists wanted or of all: theirs alone where they see no others'."""
    if read.house.rights.scope(read.actor, "schedule.booking.see") == "all":
        return wanted
    if read.actor.id is None:
        return []
    mine = select(ARTISTS.c.id).where(ARTISTS.c.user_id == read.actor.id)
    among = ARTISTS.c.active if wanted is None else ARTISTS.c.id.in_(wanted)
    return list(read.connection.execute(mine.where(among)).scalars())


def artist_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal knows artists by."""
    return _names(connection, ARTISTS, ids)


def station_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal knows stations by."""
    return _names(connection, STATIONS, ids)


def _names(connection: Connection, table: Table, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    named = select(table.c.id, table.c.name).where(table.c.id.in_(ids))
    return {row.id: row.name for row in connection.execute(named)}


def _artist(read: Read, row: Any) -> views.Artist:
    """How they are reached, and notes about them, are for whoever runs the studio and for themselves."""
    told = dict(row._mapping)
    currency = told.pop("currency")
    told["rent"] = Money(told["rent"], currency) if told["rent"] is not None else None
    whole = read.house.rights.scope(read.actor, "schedule.artist.edit") or told["user_id"] == read.actor.id
    return views.Artist(**told | ({} if whole else HIDDEN))


def _without_reason(one: views.Absence) -> views.Absence:
    """That somebody is away, not why: whether they are sick is nobody else's business."""
    kind = "extra" if one.kind == "extra" else "off"
    return views.Absence(one.id, one.artist_id, kind, one.from_on, one.until_on, one.hours, "")


def _one(read: Read, table: Table, row: Sequence[Any], which: Any, unknown: type[Missing]) -> Any:
    found = read.connection.execute(select(*row).where(which)).first()
    if found is None:
        raise unknown
    return found


def _page(
    read: Read,
    table: Table,
    row: Sequence[Any],
    *,
    q: str = "",
    state: str = "",
    sort: str = "position",
    page: int = 1,
    size: int = 50,
) -> tuple[list[Any], int, int, int]:
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = and_(true(), *_wanted(table, q, state))
    total = read.connection.execute(select(func.count()).select_from(table).where(wanted)).scalar_one()
    found = select(*row).where(wanted).order_by(*_order(table, sort)).limit(size).offset((page - 1) * size)
    return list(read.connection.execute(found)), total, page, size


def _wanted(table: Table, q: str, state: str) -> list[ColumnElement[bool]]:
    gone = state == "archived"
    there = table.c.archived_at.is_not(None) if gone else table.c.archived_at.is_(None)
    wanted: list[ColumnElement[bool]] = [there]
    if state in ("active", "paused"):
        wanted.append(table.c.active if state == "active" else ~table.c.active)
    named = search.matching(q, f"{table.name}-archived" if gone else table.name)
    return wanted if named is None else [*wanted, table.c.id.in_(named)]


def _order(table: Table, sort: str) -> tuple[Any, ...]:
    columns = {"position": "position", "name": "name_key", "code": "number", "changed": "updated_at"}
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key not in columns:
        raise SortIsUnknown("sort")
    column = table.c[columns[key]]
    return (column.desc() if backwards else column, table.c.position, table.c.id)
