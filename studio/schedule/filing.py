"""Putting artists and stations on file: what the verbs of this room share below their permissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Table, func, select

from storage import search
from storage.folding import fold
from storage.table import columns_of
from studio.kernel.work import Work
from studio.schedule import refusals
from studio.schedule.models import Artist, Booking, Station
from studio.schedule.rules.localtime import wall
from studio.schedule.rules.steps import OPEN
from studio.staff.models import User

Row = TypeVar("Row", Artist, Station)
ARTIST, BOOKING, USER = columns_of(Artist), columns_of(Booking), columns_of(User).c
LETTERS: Mapping[str, str] = {"artist": "AR-{:04d}", "station": "ST-{:02d}"}


def numbered(work: Work, table: Table) -> dict[str, Any]:
    """The next number with its code, and the place at the end of the list."""
    last = select(func.coalesce(func.max(table.c.number), 0), func.coalesce(func.max(table.c.position), 0))
    number, position = work.connection.execute(last).one()
    return {"number": number + 1, "code": LETTERS[table.name].format(number + 1), "position": position + 1}


def write(work: Work, row: Row, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Write what differs; gives the names of the fields that changed."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.name_key = fold(row.name)
        work.session.flush()
        make_findable(work, row)
    return tuple(changed)


def archive(work: Work, row: Row, *, away: bool) -> bool:
    """Archive or restore; says whether anything changed. Refused while there are bookings ahead."""
    if (row.archived_at is not None) == away:
        return False
    if away:
        nothing_ahead(work, row)
    row.archived_at = work.now if away else None
    work.session.flush()
    make_findable(work, row)
    return True


def nothing_ahead(work: Work, row: Row) -> None:
    """Raises HasBookingsAhead while somebody counts on them."""
    column = BOOKING.c[f"{row.__tablename__}_id"]
    ahead = select(func.min(BOOKING.c.starts_at)).where(
        column == row.id, BOOKING.c.starts_at > work.now, BOOKING.c.status.in_(OPEN)
    )
    first = work.connection.execute(ahead).scalar()
    if first is not None:
        day = wall(first, work.house.settings["studio.zone"])[:10]
        raise refusals.HasBookingsAhead(name=row.name, day=day)


def make_findable(work: Work, row: Row) -> None:
    """Keep the search index in step, in the same transaction."""
    kind = str(row.__tablename__)
    kind, other = (f"{kind}-archived", kind) if row.archived_at else (kind, f"{kind}-archived")
    search.drop(work.connection, other, row.id)
    words = {row.name, row.code, *(row.styles if isinstance(row, Artist) else ())}
    search.put(work.connection, kind, row.id, code=row.code, title=row.name, subtitle="", words=sorted(words))


def account_is_free(work: Work, user_id: UUID | None, me: UUID | None = None) -> None:
    """An account belongs to one artist at most, and to somebody there is."""
    if user_id is None:
        return
    if work.connection.execute(select(USER.id).where(USER.id == user_id)).first() is None:
        raise refusals.AccountIsUnknown("user_id")
    taken = select(ARTIST.c.name).where(ARTIST.c.user_id == user_id, ARTIST.c.id != me)
    name = work.connection.execute(taken).scalar()
    if name is not None:
        raise refusals.AccountIsTaken("user_id", name=name)


def reorder(work: Work, table: Table, ids: list[UUID]) -> int:
    """Let these stand in this order on the places they have now; gives how many moved. Versions stay."""
    if len(set(ids)) < len(ids):
        raise refusals.OrderIsUnclear("ids")
    found = select(table.c.id, table.c.position).where(table.c.id.in_(ids))
    were = {row.id: row.position for row in work.connection.execute(found)}
    if len(were) < len(ids):
        raise refusals.OrderIsUnclear("ids")
    moved = [(one, to) for one, to in zip(ids, sorted(were.values()), strict=True) if were[one] != to]
    for one, to in moved:
        work.note(table.name, one, {"position": were[one]}, {"position": to})
        work.connection.execute(table.update().where(table.c.id == one).values(position=to))
    return len(moved)
