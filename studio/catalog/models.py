"""A service as it is stored, and the index of who offers it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, MoneyColumn, UtcDateTime
from storage.table import Table


class ServiceEntry(Table, table=True):
    """One line of the catalogue. Amounts are minor units of `currency`; what is empty is decided elsewhere."""

    __tablename__ = "service"
    __table_args__ = (Index("service_in_order", "archived_at", "position"),)

    number: int = Field(unique=True)
    code: str = Field(unique=True)
    preset: str | None = Field(default=None, unique=True)
    """Which of the usual services it began as, so that these are never filled in twice."""
    name: str
    name_key: str
    kind: str = Field(index=True)
    description: str = ""
    minutes: int
    minutes_least: int | None = None
    minutes_most: int | None = None
    buffer_before: int = 0
    buffer_after: int = 0
    price_kind: str = "quote"
    price: int | None = Field(default=None, sa_type=MoneyColumn)
    currency: str
    deposit_kind: str = "none"
    deposit_percent: int | None = None
    deposit: int | None = Field(default=None, sa_type=MoneyColumn)
    deposit_once: bool = False
    """Asked for once for a whole piece, not for each of its sessions."""
    minimum_age: int | None = None
    consent_template: str = ""
    aftercare: str = ""
    healing_days: int = 0
    tax_rate: str = ""
    everybody: bool = True
    artists: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """Who offers it, or does so with minutes or a price of their own."""
    active: bool = True
    position: int
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ServiceArtist(SQLModel, table=True):
    """The index behind “who offers this”: one row for each entry of a service's `artists`, kept in step with it."""

    __tablename__ = "service_artist"

    service_id: UUID = Field(primary_key=True, foreign_key="service.id")
    artist_id: UUID = Field(primary_key=True, foreign_key="user.id", index=True)
