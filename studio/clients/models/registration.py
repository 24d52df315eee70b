"""A form that came from a phone and waits until staff decide; it touches no client before."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Uuid
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class Registration(Table, table=True):
    """What a guest sent, kept word for word beside what staff decided about it."""

    __tablename__ = "registration"
    __table_args__ = (Index("registration_by_state", "state", "submitted_at"),)

    form_id: str = Field(unique=True)
    token_id: UUID | None = None
    state: str = "waiting"
    name: str
    language: str = ""
    health_light: str = "unknown"
    minor: bool = False
    payload: dict[str, Any] = Field(
        default_factory=dict, sa_type=JsonColumn, sa_column_kwargs={"info": {"secret": True}}
    )
    submitted_at: datetime = Field(sa_type=UtcDateTime)
    client_id: UUID | None = Field(default=None, foreign_key="client.id", index=True)
    about_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("client.id", name="registration_about_client"), index=True)
    )
    """Whose code the guest scanned, where it was somebody's own."""
    reason: str = ""
    decided_by: str = ""
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    papers: list[dict[str, Any]] | None = Field(default=None, sa_type=JsonColumn)
    """Which editions of the studio's papers the form linked to: key, edition, language and digest of each."""
