"""What is stored of alerts and letters."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

SECRET = {"info": {"secret": True}}


class Alert(Table, table=True):
    """Something somebody should know of. Open until it is settled; a kind and key has one open alert at most."""

    __tablename__ = "alert"
    __table_args__ = (Index("alert_open", "settled_at", "kind", "key"),)

    kind: str
    key: str = ""
    subject_kind: str = ""
    subject_id: UUID | None = None
    params: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn)
    urgency: str
    raised_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AlertReading(Table, table=True):
    """What one person did with one alert."""

    __tablename__ = "alert_reading"
    __table_args__ = (UniqueConstraint("user_id", "alert_id"),)

    alert_id: UUID = Field(foreign_key="alert.id", index=True)
    user_id: UUID = Field(foreign_key="user.id")
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    snoozed_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AlertRoute(SQLModel, table=True):
    """Where the owner's table differs from what a kind of alert declares."""

    __tablename__ = "alert_route"

    kind: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    on: bool


class Letter(Table, table=True):
    """An e-mail: written in the act it belongs to, sent later, kept with what became of it."""

    __tablename__ = "letter"
    __table_args__ = (Index("letter_due", "state", "next_try_at"),)

    template: str
    language: str
    recipient: str = Field(sa_column_kwargs=SECRET)
    subject: str = Field(sa_column_kwargs=SECRET)
    body_text: str = Field(sa_column_kwargs=SECRET)
    body_html: str = Field(sa_column_kwargs=SECRET)
    file_id: str | None = None
    """A file of the encrypted store that goes along, and what it is called. It belongs to whoever put it on file."""
    file_name: str | None = None
    message_id: str
    state: str = "queued"
    tries: int = 0
    next_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str = ""
    error_values: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn)
