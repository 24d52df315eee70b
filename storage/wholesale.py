"""Many rows at once, as they are stored: no types are looked at, and other threads run between any two of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert rows whose values stand in the order of the names: ids as 32 hex digits, days as text, JSON as text."""
    columns = ", ".join(f'"{table.c[name].name}"' for name in names)
    _many(connection, f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})', rows)  # noqa: S608 the names are ours


def update_rows(
    connection: Connection, table: Table, keys: Sequence[str], names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Update single rows: each holds the values of the names, then those of the keys that say which one it is."""
    told = ", ".join(f'"{table.c[name].name}" = ?' for name in names)
    which = " AND ".join(f'"{table.c[key].name}" = ?' for key in keys)
    _many(connection, f'UPDATE "{table.name}" SET {told} WHERE {which}', rows)  # noqa: S608 the names are ours


def _many(connection: Connection, statement: str, rows: Iterable[Sequence[object]]) -> None:
    if values := [tuple(row) for row in rows]:
        connection.exec_driver_sql(statement, values)
