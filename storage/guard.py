"""Triggers that keep history as it was written: no row is changed or removed, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from storage.connecting import ERASING


def append_only(connection: Connection, table: str, *, erasable: Sequence[str] = ()) -> None:
    """From now on rows of the table are only added. Call it again after a revision that rebuilt it or gave it columns.

    Erasable columns may be emptied (set to NULL) inside `erasing`.
    """
    columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({_name(table)})")]
    missing = set(erasable) - set(columns)
    if not columns or missing:
        raise ValueError(f"no such table or columns: {table} {sorted(missing)}")
    kept = [f"NEW.{_name(column)} IS OLD.{_name(column)}" for column in columns if column not in erasable]
    emptied = [f"(NEW.{_name(c)} IS OLD.{_name(c)} OR NEW.{_name(c)} IS NULL)" for c in erasable]
    allowed = " AND ".join([f"{ERASING}()", *kept, *emptied]) if erasable else "0"
    for event, when in (("UPDATE", f"WHEN NOT ({allowed}) "), ("DELETE", "")):
        trigger = _name(f"guard_{table}_{event.lower()}")
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {trigger} BEFORE {event} ON {_name(table)} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )


@contextmanager
def erasing(connection: Connection) -> Iterator[None]:
    """While it is open, this connection (and no other) may empty erasable columns."""
    info = connection.connection.info
    info[ERASING] = True
    try:
        yield
    finally:
        info[ERASING] = False


def guarded(connection: Connection) -> set[str]:
    """The tables that are guarded against both changing and removing."""
    names = {
        row[0]
        for row in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE 'guard%'"
        )
    }
    tables = {name.removeprefix("guard_").removesuffix("_update") for name in names if name.endswith("_update")}
    return {table for table in tables if f"guard_{table}_delete" in names}


def _name(name: str) -> str:
    """Quoted, so that `order` and `end` are names like any other; what is no name is refused."""
    if not name.isidentifier():
        raise ValueError(f"not a name: {name!r}")
    return f'"{name}"'
