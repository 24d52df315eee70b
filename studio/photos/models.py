"""Pictures of clients' pieces, and when which of them may be shown in public."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class Photo(Table, table=True):
    """One picture, drawn anew and encrypted. `hidden_at` stands while the client's consent to keep it is withdrawn."""

    __tablename__ = "photo"
    __table_args__ = (Index("photo_by_client", "client_id", "taken_on"), Index("photo_by_removal", "removed_at"))

    client_id: UUID = Field(foreign_key="client.id")
    kind: str
    """`reference`, `finished` or `healing`."""
    day: int | None = None
    """Of healing: how many days after the session."""
    caption: str = ""
    place: str = ""
    """Where on the body, in words."""
    tags: str = ""
    """Each between line breaks, so that one is found whole."""
    taken_on: date
    artist_id: UUID | None = Field(default=None, foreign_key="user.id")
    file_id: str = Field(index=True)
    small_id: str
    wide: int
    tall: int
    added_by: UUID | None = None
    added_by_name: str = ""
    hidden_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    kept_why: str = ""
    """The law, or what else obliges the studio to keep it though the consent was withdrawn."""
    kept_by_name: str = ""
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_by_name: str = ""


class PhotoShowing(Table, table=True):
    """A picture may be shown in public from a moment on, until somebody or the client ends it."""

    __tablename__ = "photo_showing"
    __table_args__ = (Index("photo_showing_by_photo", "photo_id", "ended_at"),)

    photo_id: UUID = Field(foreign_key="photo.id")
    client_id: UUID = Field(foreign_key="client.id", index=True)
    shown_from: datetime = Field(sa_type=UtcDateTime)
    by_name: str = ""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_why: str = ""
    """`unmarked`, `withdrawn` or `removed`."""
