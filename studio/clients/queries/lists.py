"""Finding clients by any fragment, and the paged list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from storage import search
from storage.folding import fold
from storage.search import Hit
from storage.table import columns_of
from studio.clients import refusals
from studio.clients.filing import ARCHIVED, PRESENT, TAGS
from studio.clients.masking import Sight, sight_of
from studio.clients.models import Client
from studio.kernel.work import Read, query

T = TypeVar("T")

CLIENT = columns_of(Client).c
SORTS = {"name": CLIENT.name_key, "code": CLIENT.number, "created": CLIENT.id, "changed": CLIENT.updated_at}
LARGEST_PAGE = 200
ALL = Sight("all", None, "")


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
    artist_id: UUID | None
    filed_by: UUID | None
    contact_hidden: bool = False


ROW = tuple(CLIENT[field] for field in ClientRow.__dataclass_fields__ if field != "contact_hidden")


@query("clients.client.see")
def find_clients(read: Read, q: str, limit: int = 20) -> list[Hit]:
    """Clients found by any fragment of name, phone digits, e-mail or code; those that start with it come first."""
    sight = sight_of(read)
    if sight.is_whole:
        return search.find(read.connection, q, [PRESENT], limit)
    found = sight.finds(q, PRESENT)
    return [] if found is None else _hits(read, sight, found, fold(q), limit)


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
    sight = sight_of(read)
    wanted = wanted_clients(q, archived, tag, health, sight)
    order, start = in_order(sort), (page - 1) * size
    if q.strip() or tag:
        rows = list(read.connection.execute(_from_few(wanted, order, start, size)))
        total = rows[0][-1] if rows else _count(read, wanted) if page > 1 else 0
        return Page([row_of(row[:-1], sight) for row in rows], total, page, size)
    found = select(*ROW).where(wanted).order_by(*order).limit(size).offset(start)
    items = [row_of(row, sight) for row in read.connection.execute(found)]
    last = len(items) < size and (items or page == 1)
    return Page(items, start + len(items) if last else _count(read, wanted), page, size)


@query("clients.client.see")
def tags_in_use(read: Read) -> list[str]:
    """Every tag, for filters and suggestions."""
    return list(read.connection.scalars(select(TAGS.c.tag).distinct().order_by(TAGS.c.tag)))


def row_of(row: Sequence[Any], sight: Sight) -> ClientRow:
    """The stored columns as a list shows them to whoever sees so far."""
    shown = ClientRow(*row)
    if sight.is_whole or sight.shows(shown.artist_id, shown.filed_by):
        return shown
    return replace(shown, phone="", email="", contact_hidden=True)


def _hits(read: Read, sight: Sight, found: ColumnElement[bool], q: str, limit: int) -> list[Hit]:
    """As the index gives them, for whoever must not find a contact by a part of it."""
    columns = [CLIENT[name] for name in ("id", "code", "name", "phone", "email", "artist_id", "filed_by")]
    first = case((CLIENT.name_key.startswith(q, autoescape=True), 0), else_=1)
    wanted = select(*columns).where(found, case((CLIENT.archived_at.is_(None), 1), else_=0) == 1)
    return [
        Hit(
            str(row.id),
            PRESENT,
            row.code,
            row.name,
            (row.phone or row.email) if sight.shows(row.artist_id, row.filed_by) else "",
        )
        for row in read.connection.execute(wanted.order_by(first, CLIENT.name_key, CLIENT.id).limit(limit))
    ]


def _from_few(wanted: ColumnElement[bool], order: tuple[Any, ...], start: int, size: int) -> Select[Any]:
    """Sorts and counts bare ids, since all that were found must be sorted anyway, and reads whole rows for one page."""
    counted = func.count().over().label("total")
    few = select(CLIENT.id, counted).where(wanted).order_by(*order).limit(size).offset(start).subquery()
    return select(*ROW, few.c.total).join(few, few.c.id == CLIENT.id).order_by(*order)


def _count(read: Read, wanted: ColumnElement[bool]) -> int:
    return int(read.connection.execute(select(func.count()).select_from(columns_of(Client)).where(wanted)).scalar_one())


def wanted_clients(q: str, archived: bool, tag: str, health: str, sight: Sight | None = None) -> ColumnElement[bool]:
    """What a client must be to stand in the list; `sight` is how far whoever looks sees.

    Where few are chosen by words or tag, the rest is asked in a way no index answers, so that the database starts
    from the few instead of walking the whole list in order.
    """
    named = (sight or ALL).finds(q, ARCHIVED if archived else PRESENT)
    ids = [] if named is None else [named]
    if tag:
        ids.append(CLIENT.id.in_(select(TAGS.c.client_id).where(TAGS.c.tag == tag.strip().lower())))
    gone = and_(CLIENT.archived_at.is_not(None), CLIENT.merged_into.is_(None))
    stands = gone if archived else CLIENT.archived_at.is_(None)
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
