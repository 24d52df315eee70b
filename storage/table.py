"""The base of every stored thing: who it is, since when, and how often it changed."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from storage.columns import UtcDateTime


class Table(SQLModel):
    """Inherit with `table=True`. Ids sort by birth; `version` and `updated_at` are raised by whoever writes."""

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    created_at: datetime = Field(default_factory=lambda: datetime.now(UTC), sa_type=UtcDateTime, nullable=False)
    updated_at: datetime = Field(default_factory=lambda: datetime.now(UTC), sa_type=UtcDateTime, nullable=False)
    version: int = Field(default=1, nullable=False)
