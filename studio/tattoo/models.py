"""A piece as it is stored, its designs, who approved them, and the steps it took."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import JsonColumn, MoneyColumn, UtcDateTime
from storage.table import Table


class Piece(Table, table=True):
    """One tattoo of a client, over as many sessions as it takes. Its bookings name it as what they are about.

    `chosen` is where somebody put it; `state` is where it stands: as chosen, or further on because of its bookings.
    """

    __tablename__ = "piece"
    __table_args__ = (Index("piece_by_state", "archived_at", "state", "state_at"),)

    number: int = Field(unique=True)
    code: str
    """PC- and the number."""
    client_id: UUID = Field(foreign_key="client.id", index=True)
    lead_artist_id: UUID | None = Field(default=None, foreign_key="artist.id", index=True)
    service_id: UUID | None = Field(default=None, foreign_key="service.id")
    title: str
    title_key: str
    note: str = ""
    places: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """Places on the figure, as `studio.clients.body` names them."""
    place_note: str = ""
    wide_mm: int | None = None
    tall_mm: int | None = None
    size_note: str = ""
    style: str = ""
    ink: str = ""
    """Colour, black, or not said."""
    cover_up: bool = False
    state: str = "enquiry"
    chosen: str = "enquiry"
    held_back: str = ""
    """What its bookings said when somebody chose otherwise; it does not count again until they say something else."""
    state_at: datetime = Field(sa_type=UtcDateTime)
    quote_kind: str = ""
    quote_least: int | None = Field(default=None, sa_type=MoneyColumn)
    quote_most: int | None = Field(default=None, sa_type=MoneyColumn)
    hour_price: int | None = Field(default=None, sa_type=MoneyColumn)
    minutes_least: int | None = None
    minutes_most: int | None = None
    """Of a quote by the hour."""
    quote_until: date | None = None
    """The last day it stands."""
    quoted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    currency: str
    deposit_due: int | None = Field(default=None, sa_type=MoneyColumn)
    deposit_state: str = "none"
    planned_sessions: int = 1
    planned_minutes: int | None = None
    """Of all sessions together."""
    healing_days: int | None = None
    """Between two sessions; empty: as its service says, or the studio."""
    touch_ups: int | None = None
    """How many are free; empty: as the studio says."""
    touch_up_until: date | None = None
    """The last day of a free one; empty: so many days after the last session."""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PieceDesign(Table, table=True):
    """A version of the drawing with its lettering, typed out. Only grows: whoever changes the design adds a version."""

    __tablename__ = "piece_design"
    __table_args__ = (Index("piece_design_by_piece", "piece_id", "no", unique=True),)

    piece_id: UUID = Field(foreign_key="piece.id")
    no: int
    file_id: str | None = Field(default=None, index=True)
    small_id: str | None = None
    sha256: str
    """Of the picture, so that what was approved can be told from what was not."""
    lettering: str | None = None
    """The words in it, letter by letter; empty where there are none."""
    note: str | None = None
    by_id: UUID | None = None
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class PieceApproval(Table, table=True):
    """What was said of a version of the design: spelling checked, approved, or that approval no longer counts."""

    __tablename__ = "piece_approval"

    piece_id: UUID = Field(foreign_key="piece.id", index=True)
    design_id: UUID = Field(foreign_key="piece_design.id", index=True)
    kind: str
    """`spelling`, `letters`, `approved` or `voided`."""
    how: str = ""
    """Of an approval: on screen, at the desk, by message."""
    lettering: str | None = None
    """What stood there when it was checked."""
    signature: str | None = None
    """File of what was signed on screen."""
    note: str | None = None
    by_id: UUID | None = None
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class PieceStep(Table, table=True):
    """A step a piece took, and whether somebody chose it or its bookings did. Only grows."""

    __tablename__ = "piece_step"

    piece_id: UUID = Field(foreign_key="piece.id", index=True)
    from_state: str
    to_state: str
    chosen: bool
    reason: str | None = None
    by_id: UUID | None = None
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
