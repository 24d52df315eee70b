"""What is stored of privacy: holds, what was asked and done, and times the owner changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class LegalHold(Table, table=True):
    """Nothing of this client goes while it stands, whatever the rules say: a claim, an inspection, a court."""

    __tablename__ = "privacy_hold"

    client_id: UUID = Field(foreign_key="client.id", index=True)
    reason: str
    until: date | None = None
    """The last day it stands; without one until somebody lifts it."""
    placed_by_name: str
    placed_at: datetime = Field(sa_type=UtcDateTime)
    lifted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lifted_by_name: str = ""


class PrivacyRequest(Table, table=True):
    """Something asked or due, and what was done: a person file, an erasure, records whose time was over."""

    __tablename__ = "privacy_request"

    kind: str
    """`file`, `erasure` or `retention`."""
    client_id: UUID | None = Field(default=None, foreign_key="client.id", index=True)
    by_id: UUID | None = None
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime)
    reason: str = ""
    result: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)
    """How many rows of what went, and what stays until when."""
    pending: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """Files that still have to be removed."""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class KeptFor(Table, table=True):
    """How long the studio keeps one kind of record, where that is not what the country's rules say."""

    __tablename__ = "privacy_keeping"

    record: str = Field(unique=True)
    months: int
    reason: str
    by_name: str
