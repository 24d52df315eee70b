"""Rows that only grow, held against what the journal recorded when they were made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from studio.kernel import journal
from studio.kernel.changes import SECRET, plain

UNKNOWN = "the journal does not know it"
OF_EVERY_ROW = {"id", "version", "created_at", "updated_at"}


@dataclass(frozen=True)
class Recorded:
    """A row as the journal tells that it was made."""

    table: str
    id: UUID
    at: Any
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Difference:
    """The first row that is not as it was recorded, and why, in English for the record."""

    table: str
    id: UUID
    reason: str


def first_difference(
    connection: Connection, tables: Sequence[Table], changing: Collection[str] = ()
) -> Difference | None:
    """The first row of these tables that was changed, taken out or put in behind the journal's back, or None.

    Columns in `changing` may change. Whoever is erased empties the values of their entries as well: only a row made
    in such an act may be empty, or unknown to the journal. That the journal is whole is for `journal.verify` to say.
    """
    known = {table.name: table for table in tables}
    seen: defaultdict[str, set[UUID]] = defaultdict(set)
    emptied: set[datetime] = set()
    for entry in journal.rows(connection):
        if is_emptied(entry):
            emptied.add(entry["at"])
        for told in created(entry, known):
            seen[told.table].add(told.id)
            reason = _why_unlike(connection, known[told.table], told, changing)
            if reason:
                return Difference(told.table, told.id, reason)
    return _unknown(connection, tables, seen, emptied)


def created(entry: Mapping[str, Any], names: Collection[str]) -> Iterator[Recorded]:
    """The rows of these tables that an entry tells to have been made."""
    text = entry["changes"] or ""
    if any(f'"{name}"' in text for name in names):
        for change in json.loads(text):
            if change["table"] in names and change["before"] is None:
                since = change["after"].get("created_at")
                at = datetime.fromisoformat(since) if since else entry["at"]
                yield Recorded(change["table"], UUID(change["id"]), at, change["after"])


def unlike(table: Table, row: Mapping[str, Any] | None, told: Recorded, changing: Collection[str] = ()) -> str | None:
    """Why this row is not the one that was recorded, or None."""
    if row is None:
        return "it is gone, and the journal tells that it was made"
    grows = not any(name in table.c for name in changing)
    if row["created_at"] != told.at or (grows and (row["updated_at"], row["version"]) != (told.at, 1)):
        return "it is not from when the journal tells"
    for name in (column.name for column in table.columns if column.name not in OF_EVERY_ROW | set(changing)):
        if _shown(table, name, row[name]) != told.values.get(name):
            return f"the journal tells another {name}"
    return None


def _why_unlike(connection: Connection, table: Table, told: Recorded, changing: Collection[str]) -> str | None:
    try:
        row = connection.execute(select(table).where(table.c.id == told.id)).mappings().first()
    except (ValueError, TypeError, AttributeError):  # no moment, no number, no JSON: nothing we ever wrote
        return "it cannot be read"
    return unlike(table, dict(row) if row else None, told, changing)


def is_emptied(entry: Mapping[str, Any]) -> bool:
    """Whether the values of an entry went with a person who was erased."""
    return entry["facts"] is None and entry["changes"] is None


def _unknown(
    connection: Connection, tables: Sequence[Table], seen: Mapping[str, Collection[UUID]], emptied: Collection[datetime]
) -> Difference | None:
    for table in tables:
        for row in connection.execute(select(table.c.id, table.c.created_at).order_by(table.c.id)):
            if row.id not in seen.get(table.name, ()) and row.created_at not in emptied:
                return Difference(table.name, row.id, UNKNOWN)
    return None


def _shown(table: Table, name: str, value: Any) -> Any:
    """The value as the journal spells it; empty ones are left out there."""
    if value in (None, ""):
        return None
    return SECRET if table.c[name].info.get("secret") else plain(value)
