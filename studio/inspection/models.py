"""What is stored of inspections: who was let in until when, and which bundles left the house."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class Visit(Table, table=True):
    """An inspector may look until a moment; it ends then by itself, or before that when somebody ends it."""

    __tablename__ = "inspection_visit"

    user_id: UUID = Field(foreign_key="user.id", index=True)
    office: str
    """Whom they come from."""
    until: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = None
    by_name: str
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_by_name: str = ""
    """Empty where it ended by itself."""


class Bundle(Table, table=True):
    """The records of a period, asked for as one file; finished once the last byte of it was made."""

    __tablename__ = "inspection_bundle"

    first_day: date
    last_day: date
    in_full: bool
    by_id: UUID | None = None
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    files: int = 0
    manifest: str = ""
    """SHA-256 of the list of all that is in it: tells one bundle from every other."""
    key: str = ""
    """The fingerprint of the key it is signed with."""
    begun_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
