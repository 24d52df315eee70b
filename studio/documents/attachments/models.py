"""What is stored of attached files; the bytes themselves lie in the encrypted store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class Attachment(Table, table=True):
    """One file on one thing. Removed, it waits some days before it and its bytes are gone."""

    __tablename__ = "attachment"
    __table_args__ = (Index("attachment_by_subject", "subject_kind", "subject_id"),)

    subject_kind: str
    subject_id: UUID
    name: str
    """As it was called where it came from; only ever shown."""
    kind: str
    """By its content: a name of `studio.extension.incoming`."""
    size: int
    pages: int = 0
    file_id: str = Field(index=True)
    small_id: str | None = None
    """A little picture of a picture."""
    note: str = ""
    private: bool = False
    """Whether looking at it takes the further right its carrier names."""
    by_id: UUID | None = None
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_by_name: str = ""
