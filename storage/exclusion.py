"""Triggers that let no two rows hold the same thing at the same time, however many write and whoever they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

MARK = "is held already"


@dataclass(frozen=True)
class Span:
    """The half-open time a row holds something: two columns of moments, `longest` what lies between them at most.

    Rows whose `state` is one of `free` hold nothing; rows where `unless` is true may overlap.
    """

    start: str
    end: str
    longest_days: int
    state: str
    free: Sequence[str]
    unless: str


def no_overlap(connection: Connection, table: str, holds: str, span: Span) -> None:
    """From now on no two rows of the table hold the same `holds` at once. Call it again after the table was rebuilt.

    Wants an index on (holds, start): each write then looks at a few neighbours, however many rows there are.
    """
    for event, when in (("insert", "1"), ("update", _touches(holds, span))):
        trigger = _name(f"hold_{table}_{holds}_{event}")
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        taken = f"SELECT 1 FROM {_name(table)} AS other WHERE {_meets(holds, span)}"  # noqa: S608  names of our own
        connection.exec_driver_sql(
            f"CREATE TRIGGER {trigger} BEFORE {event.upper()} ON {_name(table)} "
            f"WHEN NEW.{_name(holds)} IS NOT NULL AND {_holding('NEW', span)} AND ({when}) AND EXISTS ({taken}) "
            f"BEGIN SELECT RAISE(ABORT, '{table}.{holds} {MARK}'); END"
        )


def held_already(error: IntegrityError) -> str | None:
    """The column that would have been held twice, where that is what went wrong."""
    told = str(error.orig)
    return told.removesuffix(f" {MARK}").rpartition(".")[2] if told.endswith(MARK) else None


def _holding(row: str, span: Span) -> str:
    free = ", ".join(_text(word) for word in span.free)
    return f"{row}.{_name(span.state)} NOT IN ({free}) AND NOT {row}.{_name(span.unless)}"


def _meets(holds: str, span: Span) -> str:
    start, end = _name(span.start), _name(span.end)
    earliest = f"datetime(NEW.{start}, '-{span.longest_days:d} days')"
    return (
        f"other.{_name(holds)} = NEW.{_name(holds)} AND other.{start} >= {earliest} AND other.{start} < NEW.{end} "
        f"AND other.{end} > NEW.{start} AND other.id <> NEW.id AND {_holding('other', span)}"
    )


def _touches(holds: str, span: Span) -> str:
    """A change that takes hold of something: another thing, another time, or a row that held nothing."""
    changed = [f"NEW.{_name(name)} IS NOT OLD.{_name(name)}" for name in (holds, span.start, span.end)]
    return " OR ".join([*changed, f"NOT ({_holding('OLD', span)})"])


def _name(name: str) -> str:
    if not name.isidentifier():
        raise ValueError(f"not a name: {name!r}")
    return f'"{name}"'


def _text(word: str) -> str:
    if not word.isidentifier():
        raise ValueError(f"not a word: {word!r}")
    return f"'{word}'"
