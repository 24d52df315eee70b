"""The base of every stored thing: who it is, since when, and how often it changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

import sqlalchemy
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from storage.columns import UtcDateTime


class Table(SQLModel):
    """Inherit with `table=True`. Ids sort by birth; `version` and `updated_at` are raised by whoever writes."""

    model_config = {"defer_build": True}  # rows are not validated: no start-up waits for what would do it

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    created_at: datetime = Field(default_factory=lambda: datetime.now(UTC), sa_type=UtcDateTime, nullable=False)
    updated_at: datetime = Field(default_factory=lambda: datetime.now(UTC), sa_type=UtcDateTime, nullable=False)
    version: int = Field(default=1, nullable=False)

    def __init__(self, **values: Any) -> None:
        """Fills in what is not given. Done here, since pydantic inspects each factory anew for each row."""
        super().__init__(**{name: make() for name, make in _fillings(type(self)) if name not in values}, **values)


def columns_of(model: type[SQLModel]) -> sqlalchemy.Table:
    """The table behind a model, for column selects."""
    return cast("sqlalchemy.Table", getattr(model, "__table__"))  # noqa: B009  SQLModel adds it unseen by type checkers


@cache
def _fillings(model: type[Table]) -> tuple[tuple[str, Callable[[], Any]], ...]:
    """How each field is filled that need not be given."""
    optional = ((name, field) for name, field in model.model_fields.items() if not field.is_required())
    return tuple((name, _filling(field)) for name, field in optional)


def _filling(field: Any) -> Callable[[], Any]:
    default = field.default
    return field.default_factory or (lambda: default)
