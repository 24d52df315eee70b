"""A word of its own in every column that tells something about a person, made from what rooms declare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, TypeDecorator, insert, select, update
from sqlmodel import SQLModel
from uuid_utils.compat import uuid7

from storage.columns import JsonColumn
from studio.clients.models import Client
from studio.extension.holding import Holding
from studio.extension.registry import registry
from studio.kernel.house import House

REAL = {"journal_entry", "journal_values", "search_entry"}
"""What only acts can write; words in there are planted by acts, in the other tests of erasing."""
FIRST = date(1901, 1, 1)


@dataclass
class Planted:
    """What stands where: `table.column` → the word to look for, and how many rows of each table are theirs."""

    client: Client
    since: datetime
    words: dict[str, str] = field(default_factory=dict)
    ids: dict[str, Any] = field(default_factory=dict)


def holdings() -> list[Holding]:
    return [one for one in registry().holdings() if one.whose and one.table.name not in REAL]


def plant(studio: House, client: Client, since: datetime) -> Planted:
    """One row in every table that can hold something of theirs; kept since then, where a time counts."""
    planted, mine = Planted(client, since), {one.table.name: one for one in holdings()}
    order = [table for table in SQLModel.metadata.sorted_tables if table.name in _needed(mine)]
    with studio.db.writing() as session:
        connection = session.connection()
        planted.ids["client"] = client.id
        for table in order:
            holding = mine.get(table.name)
            row = dict(_row(studio, planted, table, holding))
            if table.name == "client":
                told = {name: row[name] for name in mine["client"].personal}
                connection.execute(update(table).where(table.c.id == client.id).values(told))
            else:
                connection.execute(insert(table).values(row))
                planted.ids[table.name] = row.get("id")
        for holding in holdings():
            found = connection.execute(select(holding.table).where(holding.of([client.id]))).first()
            assert found, f"say in ABOUT how a row of {holding.table.name} becomes somebody's"
    return planted


def _about(table: str, client: Client, words: dict[str, str]) -> dict[str, Any]:
    """What makes a row theirs where no column holds their id."""
    about: dict[str, dict[str, Any]] = {
        "alert": {"subject_id": client.id},
        "attachment": {"subject_id": client.id},
        "letter": {"recipient": words.get("client.email", "")},
        "guest_token": {"subject": f"client:{client.id}"},
        "api_replay": {"body": str(client.id)},
        "consent_ceremony": {"state": "kept"},
        "client_import": {"state": "done", "first_number": client.number, "last_number": client.number},
    }
    return about.get(table, {})


def _needed(mine: dict[str, Holding]) -> set[str]:
    """Their tables, and those these cannot stand without."""
    found, tables = set(mine), SQLModel.metadata.tables
    waiting = list(found)
    while waiting:
        for column in tables[waiting.pop()].columns:
            for key in column.foreign_keys:
                name = key.column.table.name
                if not column.nullable and name not in found:
                    found.add(name)
                    waiting.append(name)
    return found


def _row(studio: House, planted: Planted, table: Table, holding: Holding | None) -> Iterator[tuple[str, Any]]:
    about = _about(table.name, planted.client, planted.words)
    for column in table.columns:
        if column.name in about:
            yield column.name, about[column.name]
        else:
            yield column.name, _value(studio, planted, column, holding)
    if "recipient" in about:
        planted.words[f"{table.name}.recipient"] = about["recipient"]


def _value(studio: House, planted: Planted, column: Column[Any], holding: Holding | None) -> Any:
    key = next(iter(column.foreign_keys), None)
    named = holding.whose.split() if holding and isinstance(holding.whose, str) else []
    if column.name in named and table_of(column) != "client":
        return planted.client.id
    if key is not None:
        return planted.ids.get(key.column.table.name)
    if holding and column.name == holding.since:
        return planted.since
    personal = holding is not None and column.name in holding.personal
    if holding and column.name in holding.files.split():
        return studio.files.put(_word(planted, column).encode())
    return _made(planted, column, personal=personal)


def _made(planted: Planted, column: Column[Any], *, personal: bool) -> Any:
    kind = kind_of(column)
    if kind is UUID:
        return uuid7()
    if kind in (date, datetime):
        return _day(planted, column) if personal else None if column.nullable else planted.since
    if kind in (bool, int):
        return 1 if kind is bool else 700 + len(planted.words) + planted.client.number * 1000
    word = _word(planted, column) if personal else f"plain-{table_of(column)}-{column.name}-{planted.client.number}"
    return word if kind is str else _folded(column, word)


def _folded(column: Column[Any], word: str) -> Any:
    default: Any = column.default
    return [word] if default is not None and default.is_callable and default.arg(None) == [] else {"word": word}


def _word(planted: Planted, column: Column[Any]) -> str:
    where = f"{table_of(column)}.{column.name}"
    planted.words[where] = f"quonk{planted.client.number}x{len(planted.words):03}x{column.name.replace('_', '')}"
    return planted.words[where]


def _day(planted: Planted, column: Column[Any]) -> date | datetime:
    day = FIRST + timedelta(days=len(planted.words) + 400 * planted.client.number)
    planted.words[f"{table_of(column)}.{column.name}"] = day.isoformat()
    if kind_of(column) is date:
        return day
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def table_of(column: Column[Any]) -> str:
    return str(column.table.name)


def kind_of(column: Column[Any]) -> type:
    if isinstance(column.type, JsonColumn):
        return object
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return kind.python_type
