"""A booking as it is stored, what is done in it, its timer, and what was decided about it against a rule."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from storage.columns import MoneyColumn, UtcDateTime
from storage.table import Table


def _where_there(column: str, *further: str) -> Index:
    """An index of the rows that have something there: a booking is written often, and most have no series."""
    name = f"booking_of_{column.removesuffix('_id')}"
    return Index(name, column, *further, sqlite_where=text(f"{column} IS NOT NULL"))


class Booking(Table, table=True):
    """Time of an artist, a station or both, for a client or for nobody (`block`).

    Moments are in UTC beside the wall-clock time they were meant as. From `held_from` to `held_until`, buffers and all,
    nobody else can have artist or station: the table itself refuses it, but for rows that `may_overlap`.
    """

    __tablename__ = "booking"
    __table_args__ = (
        Index("booking_of_artist", "artist_id", "held_from"),
        _where_there("station_id", "held_from"),
        _where_there("client_id"),
        _where_there("series_id"),
        _where_there("subject_id"),
        Index("booking_by_start", "starts_at"),
    )

    number: int = Field(unique=True)
    code: str
    """BK- and the number: whoever looks for it looks for the number."""
    kind: str
    status: str = "planned"
    client_id: UUID | None = Field(default=None, foreign_key="client.id")
    artist_id: UUID | None = Field(default=None, foreign_key="artist.id")
    station_id: UUID | None = Field(default=None, foreign_key="station.id")
    title: str = ""
    """What a block is called, or what is planned where no service says it."""
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    starts_local: str
    """The time on the wall it was meant as, such as 2026-03-29T10:00."""
    ends_local: str
    zone: str
    buffer_before: int = 0
    buffer_after: int = 0
    held_from: datetime = Field(sa_type=UtcDateTime)
    held_until: datetime = Field(sa_type=UtcDateTime)
    note: str = ""
    price: int | None = Field(default=None, sa_type=MoneyColumn)
    currency: str
    deposit_due: int | None = Field(default=None, sa_type=MoneyColumn)
    deposit_state: str = "none"
    policy_no: int = 0
    """The edition of the rescheduling policy it was made under."""
    moves: int = 0
    """How often it was put to another time."""
    series_id: UUID | None = None
    subject_kind: str = ""
    subject_id: UUID | None = None
    """What it is about, such as a piece."""
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    checked_in_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_by: str = ""
    """Who called it off: client, artist or studio."""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_reason: str = ""
    notice_minutes: int | None = None
    """How long before its start it was called off; negative after it."""
    outcome: str = ""
    """What the policy says becomes of the deposit."""
    may_overlap: bool = False
    """Somebody with the right let it stand where another one does; why is in `booking_override`."""


class BookingService(Table, table=True):
    """A service done in a booking, with the minutes and the price agreed for it."""

    __tablename__ = "booking_service"

    booking_id: UUID = Field(foreign_key="booking.id", index=True)
    service_id: UUID = Field(foreign_key="service.id")
    name: str
    minutes: int
    price: int | None = Field(default=None, sa_type=MoneyColumn)
    position: int = 0


class BookingTimer(Table, table=True):
    """One stretch of work in a session; without an end while it runs."""

    __tablename__ = "booking_timer"

    booking_id: UUID = Field(foreign_key="booking.id", index=True)
    started_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BookingOverride(Table, table=True):
    """Somebody with the right decided against a rule, and why. Only grows."""

    __tablename__ = "booking_override"

    booking_id: UUID = Field(foreign_key="booking.id", index=True)
    rule: str
    """What stood in the way, such as `artist_busy` or the key of a gate."""
    told: str = ""
    """The sentence that was set aside, as it stood there."""
    reason: str | None = None
    by_id: UUID | None = None
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class BookingPolicy(Table, table=True):
    """An edition of the rules for moving and calling off. Only grows: each booking keeps the one it was made under."""

    __tablename__ = "booking_policy"

    number: int = Field(unique=True)
    notice_hours: int
    free_moves: int
    late_minutes: int
    at: datetime = Field(sa_type=UtcDateTime)
    by_name: str = ""
