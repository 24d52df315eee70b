"""Changes: what a flush did to the rows, before and after, for the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session as AnySession

from storage.table import Table

SECRET = "•"  # noqa: S105  a sign, not a secret
"""Stands in the journal for values nobody may read there. Columns ask for it with `info={"secret": True}`."""


@dataclass(frozen=True)
class Change:
    """One row: only after when it was created, only before when it was removed."""

    table: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def plain(self) -> dict[str, Any]:
        return {"table": self.table, "id": self.id, "before": plain(self.before), "after": plain(self.after)}


def watch(session: AnySession, into: list[Change], now: datetime) -> None:
    """Collect the changes of every flush of this session."""
    session.info["changes"], session.info["now"], session.info["began"] = into, now, now


@event.listens_for(AnySession, "before_flush")
def _collect(session: AnySession, *_: object) -> None:
    changes: list[Change] | None = session.info.get("changes")
    if changes is None:
        return
    for row in session.dirty:
        if session.is_modified(row):
            _bump(row, session.info["now"])
            changes.append(_edited(row))
    for row in session.new:
        _stamp(row, session.info["now"])
        changes.append(Change(row.__tablename__, _id(row), None, _columns(row) | _since(row, session.info["began"])))
    for row in session.deleted:
        changes.append(Change(row.__tablename__, _id(row), _columns(row), None))


def _stamp(row: Any, now: datetime) -> None:
    if isinstance(row, Table):
        row.created_at = row.updated_at = now


def _since(row: Any, began: datetime) -> dict[str, Any]:
    """When a row counts from, where that is not the moment of the act."""
    return {"created_at": row.created_at} if isinstance(row, Table) and row.created_at != began else {}


def _bump(row: Any, now: datetime) -> None:
    if isinstance(row, Table):
        row.version += 1
        row.updated_at = now


def _edited(row: Any) -> Change:
    before, after = {}, {}
    state = inspect(row)
    for column in state.mapper.columns:
        history = state.attrs[column.key].history
        if history.has_changes() and column.key not in ("version", "updated_at"):
            before[column.key] = _shown(column, history.deleted[0] if history.deleted else None)
            after[column.key] = _shown(column, history.added[0] if history.added else None)
    return Change(row.__tablename__, _id(row), before, after)


def _columns(row: Any) -> dict[str, Any]:
    """Every filled column but the ones each row has; empty ones would only make the journal long."""
    told = {}
    for column in inspect(row).mapper.columns:
        value = getattr(row, column.key)
        if value not in (None, "") and column.key not in ("id", "version", "created_at", "updated_at"):
            told[column.key] = _shown(column, value)
    return told


def _shown(column: Any, value: Any) -> Any:
    return SECRET if value is not None and column.info.get("secret") else value


def _id(row: Any) -> str:
    return "/".join(str(getattr(row, column.key)) for column in inspect(row).mapper.primary_key)


def plain(value: Any) -> Any:
    """The value as JSON knows it, exact: large numbers, decimals and times become text."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return _special(value)


def _special(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date | UUID | Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} does not belong in the journal")
