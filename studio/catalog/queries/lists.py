"""The catalogue in its order, whole or a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, select

from storage import search
from storage.table import columns_of
from studio.catalog.models import ServiceArtist
from studio.catalog.queries.one import ROW, SERVICE
from studio.catalog.refusals import SortIsUnknown
from studio.catalog.view import Service, service_of
from studio.kernel.work import Read, query

OFFER = columns_of(ServiceArtist).c
LARGEST_PAGE = 200
PRESENT, ARCHIVED = "service", "service-archived"
SORTS = {
    "position": SERVICE.position,
    "name": SERVICE.name_key,
    "code": SERVICE.number,
    "minutes": SERVICE.minutes,
    "price": SERVICE.price,
    "changed": SERVICE.updated_at,
}
THERE = SERVICE.archived_at.is_(None)
STATES: Mapping[str, ColumnElement[bool]] = {
    "": THERE,
    "active": and_(THERE, SERVICE.active),
    "paused": and_(THERE, ~SERVICE.active),
    "archived": SERVICE.archived_at.is_not(None),
}
"""What a service can be: in the catalogue, offered now, paused, archived."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the catalogue, and how many there are in all."""

    items: list[Service]
    total: int
    page: int
    size: int


@query("catalog.service.see")
def services(read: Read, kind: str | None = None, active: bool | None = True) -> list[Service]:
    """The catalogue in its order, without what is archived; `active` None takes what is paused as well."""
    wanted: list[ColumnElement[bool]] = [THERE]
    if kind is not None:
        wanted.append(SERVICE.kind == kind)
    if active is not None:
        wanted.append(SERVICE.active if active else ~SERVICE.active)
    return _found(read, *wanted)


@query("catalog.service.see")
def offered_by(read: Read, artist_id: UUID) -> list[Service]:
    """What this person offers now: what everybody does, and what is theirs."""
    theirs = select(OFFER.service_id).where(OFFER.artist_id == artist_id)
    return _found(read, STATES["active"], SERVICE.everybody | SERVICE.id.in_(theirs))


@query("catalog.service.see")
def list_services(
    read: Read, *, q: str = "", page: int = 1, size: int = 50, sort: str = "position", kind: str = "", state: str = ""
) -> Page:
    """One page in two statements. `sort` is one of SORTS, with a minus for the other way round; `state` of STATES."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = wanted_services(q, kind, state)
    total = read.connection.execute(select(func.count()).select_from(SERVICE.id.table).where(wanted)).scalar_one()
    found = select(*ROW).where(wanted).order_by(*in_order(sort)).limit(size).offset((page - 1) * size)
    return Page([service_of(row) for row in read.connection.execute(found).mappings()], total, page, size)


def asking_for(connection: Connection, slot: str, key: str) -> list[str]:
    """Names of up to three services on the list that carry this paper: it is not put away from under them."""
    carried = {"consent": SERVICE.consent_template, "aftercare": SERVICE.aftercare}[slot]
    found = select(SERVICE.name).where(THERE, carried == key).order_by(SERVICE.position).limit(3)
    return list(connection.scalars(found))


def wanted_services(q: str, kind: str, state: str) -> ColumnElement[bool]:
    """What a service must be to stand in the list."""
    conditions: list[ColumnElement[bool]] = [STATES.get(state, THERE)]
    if kind:
        conditions.append(SERVICE.kind == kind)
    if q.strip():
        named = search.matching(q, ARCHIVED if state == "archived" else PRESENT)
        conditions += [] if named is None else [SERVICE.id.in_(named)]
    return and_(*conditions)


def in_order(sort: str) -> tuple[Any, ...]:
    """The columns to sort by, those without a value last; raises SortIsUnknown."""
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key not in SORTS:
        raise SortIsUnknown("sort")
    column = SORTS[key]
    return (column.is_(None), column.desc() if backwards else column, SERVICE.position, SERVICE.id)


def _found(read: Read, *wanted: ColumnElement[bool]) -> list[Service]:
    rows = read.connection.execute(select(*ROW).where(*wanted).order_by(SERVICE.position, SERVICE.id))
    return [service_of(row) for row in rows.mappings()]
