"""Who would come if there were time."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class WaitEntry(Table, table=True):
    """A client who waits for a gap: how long it must be, with whom, on which days. Offered one, they take it or not."""

    __tablename__ = "wait_entry"
    __table_args__ = (Index("wait_entry_by_state", "state", "created_at"),)

    client_id: UUID = Field(foreign_key="client.id", index=True)
    artist_id: UUID | None = Field(default=None, foreign_key="artist.id", index=True)
    service_id: UUID | None = Field(default=None, foreign_key="service.id")
    kind: str = "session"
    style: str = ""
    minutes: int
    from_on: date | None = None
    until_on: date | None = None
    days: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """Weekdays that suit; empty for any."""
    note: str = ""
    state: str = "waiting"
    offered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    offered_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    offer: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn)
    """Artist, start and minutes of the gap they were offered."""
    booking_id: UUID | None = Field(default=None, foreign_key="booking.id")
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
