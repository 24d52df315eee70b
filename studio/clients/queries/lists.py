"""Finding clients by any fragment, and the paged list."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from storage import search
from storage.search import Hit
from storage.table import columns_of
from studio.clients import refusals
from studio.clients.filing import ARCHIVED, PRESENT, TAGS
from studio.clients.models import Client
from studio.kernel.work import Read, query

T = TypeVar("T")

CLIENT = columns_of(Client).c
SORTS = {"name": CLIENT.name_key, "code": CLIENT.number, "created": CLIENT.id, "changed": CLIENT.updated_at}
LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list, and how many there are in all."""

    items: list[T]
    total: int
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client as lists show them."""

    id: UUID
    code: str
    version: int
    name: str
    preferred_name: str
    pronouns: str
    phone: str
    email: str
    birth_date: date | None
    language: str
    tags: list[str]
    photo_small: str | None
    health_light: str
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime


ROW = tuple(CLIENT[field] for field in ClientRow.__dataclass_fields__)


@query("clients.client.see")
def find_clients(read: Read, q: str, limit: int = 20) -> list[Hit]:
    """Clients found by any fragment of name, phone digits, e-mail or code; those that start with it come first."""
    return search.find(read.connection, q, [PRESENT], limit)


@query("clients.client.see")
def list_clients(
    read: Read,
    *,
    q: str = "",
    page: int = 1,
    size: int = 50,
    sort: str = "name",
    archived: bool = False,
    tag: str = "",
    health: str = "",
) -> Page[ClientRow]:
    """One page of clients in two statements at most. `sort` is one of SORTS, with a minus for the other way round."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = wanted_clients(q, archived, tag, health)
    order, start = in_order(sort), (page - 1) * size
    if q.strip() or tag:
        rows = list(read.connection.execute(_from_few(wanted, order, start, size)))
        total = rows[0][-1] if rows else _count(read, wanted) if page > 1 else 0
        return Page([ClientRow(*row[:-1]) for row in rows], total, page, size)
    found = select(*ROW).where(wanted).order_by(*order).limit(size).offset(start)
    items = [ClientRow(*row) for row in read.connection.execute(found)]
    last = len(items) < size and (items or page == 1)
    return Page(items, start + len(items) if last else _count(read, wanted), page, size)


@query("clients.client.see")
def tags_in_use(read: Read) -> list[str]:
    """Every tag, for filters and suggestions."""
    return list(read.connection.scalars(select(TAGS.c.tag).distinct().order_by(TAGS.c.tag)))


def _from_few(wanted: ColumnElement[bool], order: tuple[Any, ...], start: int, size: int) -> Select[Any]:
    """Sorts and counts bare ids, since all that were found must be sorted anyway, and reads whole rows for one page."""
    counted = func.count().over().label("total")
    few = select(CLIENT.id, counted).where(wanted).order_by(*order).limit(size).offset(start).subquery()
    return select(*ROW, few.c.total).join(few, few.c.id == CLIENT.id).order_by(*order)


def _count(read: Read, wanted: ColumnElement[bool]) -> int:
    return int(read.connection.execute(select(func.count()).select_from(columns_of(Client)).where(wanted)).scalar_one())


def wanted_clients(q: str, archived: bool, tag: str, health: str) -> ColumnElement[bool]:
    """What a client must be to stand in the list.

    Where few are chosen by words or tag, the rest is asked in a way no index answers, so that the database starts
    from the few instead of walking the whole list in order.
    """
    chosen = [search.matching(q, ARCHIVED if archived else PRESENT)]
    if tag:
        chosen.append(select(TAGS.c.client_id).where(TAGS.c.tag == tag.strip().lower()))
    ids = [CLIENT.id.in_(found) for found in chosen if found is not None]
    stands = CLIENT.archived_at.is_not(None) if archived else CLIENT.archived_at.is_(None)
    conditions: list[ColumnElement[bool]] = [case((stands, 1), else_=0) == 1 if ids else stands, *ids]
    if health:
        conditions.append(CLIENT.health_light == health)
    return and_(*conditions)


def in_order(sort: str) -> tuple[Any, ...]:
    """The columns to sort by; raises SortIsUnknown."""
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key not in SORTS:
        raise refusals.SortIsUnknown("sort")
    column = SORTS[key]
    return (column.desc(), CLIENT.id.desc()) if backwards else (column, CLIENT.id)
