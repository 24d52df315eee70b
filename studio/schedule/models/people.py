"""Artists, the days on which their hours are others than usual, their certificates and calendar feeds."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, MoneyColumn, UtcDateTime
from storage.table import Table


class Artist(Table, table=True):
    """Somebody who holds the needle, with an account of the studio or without one. Only the name is needed."""

    __tablename__ = "artist"
    __table_args__ = (Index("artist_in_order", "archived_at", "position"),)

    number: int = Field(unique=True)
    code: str = Field(unique=True)
    user_id: UUID | None = Field(default=None, foreign_key="user.id", unique=True)
    name: str
    name_key: str
    phone: str = ""
    email: str = ""
    about: str = ""
    colour: int = 1
    """One of the pigments, 1 to 6."""
    styles: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    languages: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    contract: str = "employee"
    share: int | None = None
    """Percent of the takings that are the artist's."""
    rent: int | None = Field(default=None, sa_type=MoneyColumn)
    currency: str = ""
    """Of the rent."""
    rent_per: str = ""
    """`day`, `week` or `month`."""
    guest_from: date | None = None
    guest_until: date | None = None
    """The last day of a guest's stay."""
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)
    """Weekday → from and to on the wall, like the studio's opening hours; empty: whenever the studio is open."""
    note: str = ""
    signature: str | None = None
    """File of the signature captured on screen."""
    active: bool = True
    position: int
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Absence(Table, table=True):
    """Days on which an artist is away, or works other hours than usual (`extra`)."""

    __tablename__ = "artist_absence"
    __table_args__ = (Index("artist_absence_by_day", "artist_id", "until_on"),)

    artist_id: UUID = Field(foreign_key="artist.id")
    kind: str
    from_on: date
    until_on: date
    """The last day."""
    hours: list[list[str]] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """From and to on the wall, of extra hours."""
    note: str = ""


class Certificate(Table, table=True):
    """A licence, course, vaccination or insurance of an artist: until when it holds, and whether work needs it."""

    __tablename__ = "artist_certificate"
    __table_args__ = (Index("artist_certificate_by_end", "ended_at", "expires_on"),)

    artist_id: UUID = Field(foreign_key="artist.id", index=True)
    kind: str
    state: str = ""
    """Of a vaccination: accepted, immune or declined."""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    blocks_booking: bool = False
    file: str | None = None
    note: str = ""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when it no longer counts: replaced or taken away."""


class CalendarFeed(Table, table=True):
    """A private address under which a calendar app reads an artist's bookings, until it is ended."""

    __tablename__ = "calendar_feed"

    artist_id: UUID = Field(foreign_key="artist.id", index=True)
    token_hash: str = Field(unique=True, sa_column_kwargs={"info": {"secret": True}})
    with_names: bool = False
    by_name: str = ""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DepositRule(Table, table=True):
    """What is asked in advance for a kind of booking, of an artist, or of both; empty means any."""

    __tablename__ = "deposit_rule"
    __table_args__ = (UniqueConstraint("booking_kind", "artist_id"),)

    booking_kind: str = ""
    artist_id: UUID | None = Field(default=None, foreign_key="artist.id", index=True)
    kind: str
    percent: int | None = None
    amount: int | None = Field(default=None, sa_type=MoneyColumn)
    currency: str
