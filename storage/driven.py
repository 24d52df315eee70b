"""Straight to the driver: for reads that are asked at every keystroke, and statements that every act runs."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from storage.errors import fault_in

Processor = Callable[[Any], Any]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def rows(connection: Connection, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """All rows, seen at the same moment as everything else on this connection, at a third of the usual cost."""
    if not connection.in_transaction():
        connection.begin()
    raw: Any = connection.connection.driver_connection
    try:
        found: list[tuple[Any, ...]] = raw.execute(sql, values).fetchall()
    except driver.Error as error:
        raise fault_in(error) or DBAPIError.instance(sql, (), error, driver.Error) from error
    return found


@dataclass(frozen=True, slots=True)
class _Spelt:
    """A statement as the driver takes it: its text, what goes in where, and what comes out."""

    sql: str
    places: tuple[str, ...]
    fixed: Mapping[str, Any]
    into: Mapping[str, Processor | None]
    row: Callable[[Iterable[Any]], Any]
    out: tuple[Processor | None, ...]


class Prepared:
    """A statement that is spelt once. Its values and columns have the types they have everywhere; so do its errors.

    `keys` are the columns an insert or an update writes, where it is not all. Lists of values (`in_`) do not fit.
    """

    def __init__(self, statement: Any, keys: Sequence[str] | None = None) -> None:
        self._statement, self._keys = statement, keys
        self._spelt: _Spelt | None = None

    def rows(self, connection: Connection, values: Mapping[str, Any] = NOTHING) -> list[Any]:
        """All rows, with their columns as attributes; none for what only writes."""
        spelt = self._spelt
        if spelt is None:
            spelt = self._spelt = _spell(self._statement, self._keys, connection.dialect)
        told = {**spelt.fixed, **{name: to(values[name]) if to else values[name] for name, to in spelt.into.items()}}
        found = rows(connection, spelt.sql, [told[name] for name in spelt.places])
        return [
            spelt.row([of(value) if of else value for of, value in zip(spelt.out, one, strict=True)]) for one in found
        ]

    def first(self, connection: Connection, values: Mapping[str, Any] = NOTHING) -> Any:
        """The first row, or None."""
        found = self.rows(connection, values)
        return found[0] if found else None


def _spell(statement: Any, keys: Sequence[str] | None, dialect: Dialect) -> _Spelt:
    spelt = statement.compile(dialect=dialect, column_keys=keys)
    named = {name: (bind, _one(bind.type, dialect).bind_processor(dialect)) for bind, name in spelt.bind_names.items()}
    into = {name: to for name, (bind, to) in named.items() if bind.required}
    fixed = {name: to(bind.value) if to else bind.value for name, (bind, to) in named.items() if name not in into}
    columns = tuple(getattr(statement, "exported_columns", ()))
    # its fields are known only once the statement is: no checker can read them
    row = namedtuple("Row", [column.key for column in columns], rename=True)  # type: ignore[misc]  # noqa: PYI024
    out = tuple(_one(column.type, dialect).result_processor(dialect, None) for column in columns)
    return _Spelt(spelt.string, tuple(spelt.positiontup), fixed, into, row._make, out)


def _one(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)
