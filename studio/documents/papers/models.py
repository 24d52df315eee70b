"""What is stored of papers: each with its draft, every published edition, and whom which sheet was given."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class Paper(Table, table=True):
    """A paper the studio has touched; one that is used as it was shipped needs no row."""

    __tablename__ = "paper"

    key: str = Field(unique=True)
    kind: str
    """`privacy`, `terms`, `deposit` or `aftercare`."""
    service_kinds: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    draft: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn)
    """What is being written, which nobody but the office sees: `contents` by language and `service_kinds`."""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PaperEdition(Table, table=True):
    """One language of one published edition. Only grows: what was shown or given refers to it."""

    __tablename__ = "paper_edition"
    __table_args__ = (UniqueConstraint("paper_key", "number", "language", name="paper_edition_once"),)

    paper_key: str = Field(index=True)
    number: int
    language: str
    source: str
    """`own`, or `shipped` for a text of ours that was put to use as it is."""
    content: dict[str, Any] = Field(sa_type=JsonColumn, nullable=False)
    digest: str
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class PaperGiven(Table, table=True):
    """That a client was given a sheet: which edition, how, by whom. One noted by mistake is taken back, not deleted."""

    __tablename__ = "paper_given"
    __table_args__ = (Index("paper_given_to", "client_id", "at"),)

    client_id: UUID = Field(foreign_key="client.id")
    paper_key: str
    number: int
    language: str
    title: str
    digest: str
    how: str
    """`phone`, `printed` or `email`."""
    by_id: UUID | None = None
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime)
    token_id: UUID | None = Field(default=None, index=True)
    """What the code on the client's phone leads by, where there was one."""
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_back_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
