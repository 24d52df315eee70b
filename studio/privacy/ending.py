"""Ending rows: what erasing a person and the end of a record's time have in common."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, delete, or_, select, update

from storage import guard
from storage.table import columns_of
from studio.extension.holding import Holding
from studio.kernel.journal import JournalValues

VALUES = columns_of(JournalValues)
PORTION = 400
"""Ids handed to one statement."""
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BLANK: dict[type, Any] = {str: "", list: [], dict: {}, bool: False, int: 0}


@dataclass
class Ended:
    """What went: how many rows of which table, and the files nobody names any more."""

    rows: dict[str, int] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


def end_rows(connection: Connection, holding: Holding, which: ColumnElement[bool], now: Any, into: Ended) -> None:
    """Delete or empty these rows as the table's room declared; files are only named, to be removed after the commit."""
    table = holding.table
    for column in holding.file_columns:
        into.files.update(filter(None, connection.scalars(select(column).where(which))))
    if "id" in table.c:
        into.ids.update(str(one) for one in connection.scalars(select(table.c.id).where(which)))
    changed = 0
    if holding.ends == "deleted":
        changed = connection.execute(delete(table).where(which)).rowcount
    elif holding.ends == "emptied" and (values := blanks(connection, holding)):
        marked = {holding.marks: now} if holding.marks else {}
        with guard.erasing(connection):
            changed = connection.execute(update(table).where(which).values(values | marked)).rowcount
    if changed:
        into.rows[table.name] = into.rows.get(table.name, 0) + changed


def blanks(connection: Connection, holding: Holding) -> dict[str, Any]:
    """Column → what stands there once the row is emptied. Of a table that only grows, what may be emptied at all."""
    names = [name for name in holding.personal if name not in holding.keeps.split()] + holding.also.split()
    columns = [holding.table.c[name] for name in names]
    if holding.table.name in guard.guarded(connection):
        return {column.name: None for column in columns if column.nullable}
    return {column.name: blank(column) for column in columns}


def blank(column: Column[Any]) -> Any:
    """Nothing, as this column can hold it."""
    if column.nullable:
        return None
    default: Any = column.default
    if default is not None and default.is_callable:
        return type(default.arg(None))()
    return default.arg if default is not None else _BLANK.get(getattr(column.type, "python_type", str), "")


def not_ended(connection: Connection, holding: Holding) -> ColumnElement[bool] | None:
    """Rows in which something is left to empty; None where rows simply go, or nothing can be said of them."""
    if holding.ends != "emptied":
        return None
    left = [
        column.is_not(None) if value is None else column != value
        for name, value in blanks(connection, holding).items()
        for column in (holding.table.c[name],)
        if not isinstance(value, list | dict)
    ]
    return or_(*left)


def empty_entries(connection: Connection, numbers: Iterable[int]) -> int:
    """Empty what these entries of the journal changed; the chain of entries stays whole."""
    gone = 0
    with guard.erasing(connection):
        for portion in portions(sorted(numbers)):
            emptied = update(VALUES).where(VALUES.c.no.in_(portion))
            nothing = dict.fromkeys(("salt", "facts", "changes", "address", "agent"))
            gone += connection.execute(emptied.values(nothing)).rowcount
    return gone


def entries_naming(connection: Connection, ids: AbstractSet[str], but: AbstractSet[str] = frozenset()) -> set[int]:
    """The entries whose values name one of these rows, unless they tell how one of those that stay was made."""
    found: set[int] = set()
    told = select(VALUES.c.no, VALUES.c.facts, VALUES.c.changes).where(VALUES.c.facts.is_not(None))
    for row in connection.execute(told.execution_options(yield_per=1000)):
        if not ids.isdisjoint(_ID.findall(f"{row.facts}{row.changes}")) and but.isdisjoint(changed_in(row.changes)):
            found.add(row.no)
    return found


def changed_in(changes: str | None) -> set[str]:
    """The rows an entry tells to have been changed or made."""
    return {str(one["id"]) for one in json.loads(changes or "[]")}


def portions(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at a time as a statement takes."""
    whole = list(ids)
    return (whole[at : at + PORTION] for at in range(0, len(whole), PORTION))


def unreferenced(connection: Connection, holdings: Iterable[Holding], files: Collection[str]) -> set[str]:
    """Those of these files no row names any more; rows that stay without their file do not count."""
    left = set(files)
    for holding in holdings:
        if holding.ends != "stays":
            for column in holding.file_columns:
                for portion in portions(sorted(left)):
                    left -= set(connection.scalars(select(column).where(column.in_(portion))))
    return left
