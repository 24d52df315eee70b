"""What is stored of profiles: the studio's own copies, and every edition that was ever in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class ProfileCopy(Table, table=True):
    """A profile the studio made its own."""

    __tablename__ = "jurisdiction_profile"

    key: str = Field(unique=True)
    name: str
    based_on: str
    content: dict[str, Any] = Field(sa_type=JsonColumn, nullable=False)
    checked_on: date | None = None


class ProfileInForce(Table, table=True):
    """What counted from a moment on, until the next row. Only grows: signed papers refer to it."""

    __tablename__ = "jurisdiction_in_force"

    number: int = Field(unique=True)
    key: str
    name: str
    since: datetime = Field(sa_type=UtcDateTime, index=True)
    digest: str
    content: dict[str, Any] = Field(sa_type=JsonColumn, nullable=False)
