"""Taking an act back: a verb declares its inverse, which reads what its entry changed and does a new act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select
from sqlmodel import SQLModel

from studio.kernel.changes import SECRET, plain
from studio.kernel.refusal import Conflict, Refusal
from studio.kernel.text import N_


class CannotBeUndone(Refusal):
    sentence = N_("This cannot be taken back by itself. Change it by hand where it stands.")


class ChangedSince(Conflict):
    sentence = N_("It was changed again since, so taking this back would undo more than this. Look at it as it is now.")


@dataclass(frozen=True)
class Past:
    """An act as its entry tells it."""

    no: int
    action: str
    subject: str
    facts: list[dict[str, Any]]
    changes: list[dict[str, Any]]

    @property
    def subject_id(self) -> UUID:
        """Whom or what it was about."""
        return UUID(self.subject.partition(":")[2])

    def of(self, table: str) -> list[dict[str, Any]]:
        """What became of the rows of a table."""
        return [change for change in self.changes if change["table"] == table]

    def before(self, table: str) -> Mapping[str, Any]:
        """What stood in the one row of a table. Refuses where nobody may know, or where there was none."""
        told = [change["before"] for change in self.of(table)]
        if len(told) != 1 or told[0] is None or SECRET in told[0].values():
            raise CannotBeUndone
        return told[0]  # type: ignore[no-any-return]  # JSON of ours


def still_stands(connection: Connection, past: Past) -> bool:
    """Whether every row is still as the act left it."""
    return all(_stands(connection, change) for change in past.changes)


def _stands(connection: Connection, change: Mapping[str, Any]) -> bool:
    table = SQLModel.metadata.tables.get(change["table"])
    if table is None:
        return False
    row = connection.execute(select(table).where(*_key(table, change["id"]))).mappings().first()
    if row is None or change["after"] is None:
        return row is None and change["after"] is None
    return all(plain(row[name]) == value for name, value in change["after"].items() if value != SECRET and name in row)


def _key(table: Table, row_id: str) -> Iterator[Any]:
    columns = list(table.primary_key)
    for column, part in zip(columns, row_id.split("/", len(columns) - 1), strict=True):
        yield column == (UUID(part) if column.type.python_type is UUID else part)
