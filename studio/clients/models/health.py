"""A client's health answers and the consents they ticked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

SECRET = {"info": {"secret": True}}


class HealthAnswer(Table, table=True):
    """The present answer to one health question; what stood before is in the journal as a changed, unreadable value."""

    __tablename__ = "health_answer"
    __table_args__ = (UniqueConstraint("client_id", "question"),)

    client_id: UUID = Field(foreign_key="client.id")
    question: str
    answer: bool = Field(sa_column_kwargs=SECRET)
    choices: str = Field(default="", sa_column_kwargs=SECRET)
    detail: str = Field(default="", sa_column_kwargs=SECRET)
    level: str
    answered_at: datetime = Field(sa_type=UtcDateTime)
    source: str = "desk"
    before: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn, sa_column_kwargs=SECRET)
    """What was answered the time before, where it was something else."""


class ConsentTick(Table, table=True):
    """One tick or its withdrawal; rows are only ever added, the latest of a kind counts."""

    __tablename__ = "consent_tick"
    __table_args__ = (Index("consent_tick_by_client", "client_id", "kind", "at"),)

    client_id: UUID = Field(foreign_key="client.id")
    kind: str
    given: bool
    at: datetime = Field(sa_type=UtcDateTime)
    language: str = ""
    wording: str = ""
    source: str = "desk"
