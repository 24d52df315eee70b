"""All there is about a person: every column that is classified as personal, of every row that is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from studio.extension.holding import Holding
from studio.extension.registry import registry
from studio.kernel.changes import plain


@dataclass(frozen=True, slots=True)
class Part:
    """One table's share: what people call it, each row as column → value, and the files its rows name."""

    table: str
    title: str
    rows: tuple[Mapping[str, Any], ...]
    files: tuple[tuple[str, str], ...]
    """Name in the folder of files, and the file's id."""


def gather(connection: Connection, clients: Sequence[UUID]) -> tuple[Part, ...]:
    """Everything, in the order rooms declared it; tables with nothing of theirs are left out."""
    parts = (_part(connection, holding, clients) for holding in registry().holdings() if in_the_file(holding))
    return tuple(part for part in parts if part.rows)


def in_the_file(holding: Holding) -> bool:
    """Whether its rows go into a person's file: not what is about many people at once."""
    return bool(holding.whose and holding.personal and not holding.shared)


def _part(connection: Connection, holding: Holding, clients: Sequence[UUID]) -> Part:
    table, personal = holding.table, holding.personal
    wanted = [table.c[name] for name in personal]
    found = connection.execute(select(*wanted).where(holding.of(clients))).mappings().all()
    rows = tuple({name: _plain(row[name]) for name in personal} for row in found)
    files = tuple(_files(holding, rows))
    return Part(table.name, holding.title, rows, files)


def _files(holding: Holding, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rows, start=1):
        for column in holding.files.split():
            if row.get(column):
                yield f"{holding.table.name}-{number}-{column}", str(row[column])


def _plain(value: Any) -> Any:
    """As JSON keeps it; strokes hold fractions, which the journal would refuse."""
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, float) else plain(value)
