"""Pieces as everybody else sees them: frozen, with money as money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from studio.kernel.money import Money
from studio.tattoo.rules.reckoning import Healing, Quote, Reckoning, Session, TouchUps


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as lists show it."""

    id: UUID
    code: str
    version: int
    client_id: UUID
    client: str
    client_code: str
    lead_artist_id: UUID | None
    artist: str
    title: str
    places: list[str]
    style: str
    ink: str
    cover_up: bool
    state: str
    state_at: datetime
    quote: Quote
    deposit_due: Money | None
    deposit_state: str
    planned_sessions: int
    sessions_done: int
    next_at: datetime | None
    """When its next booking begins."""
    design_id: UUID | None
    """The latest version of its design."""
    approved: bool
    """Whether that version is approved."""
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a version: `spelling`, `letters`, `approved` or `voided`."""

    kind: str
    how: str
    lettering: str
    signed: bool
    note: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Design:
    """A version of the design."""

    id: UUID
    no: int
    lettering: str
    note: str
    by_name: str
    at: datetime
    pictured: bool
    said: tuple[Said, ...]

    def has(self, kind: str) -> bool:
        """Whether this was said of it and still counts."""
        counting: set[str] = set()
        for one in self.said:
            counting = set() if one.kind == "voided" else counting | {one.kind}
        return kind in counting

    @property
    def approved(self) -> bool:
        return self.has("approved")

    @property
    def wants_spelling(self) -> bool:
        """Whether its lettering has still to be checked."""
        return bool(self.lettering) and not self.has("spelling")

    @property
    def wants_letters(self) -> bool:
        """Whether the client has still to confirm its lettering."""
        return bool(self.lettering) and not self.has("letters")


@dataclass(frozen=True, slots=True)
class Step:
    """A step it took."""

    from_state: str
    to_state: str
    chosen: bool
    reason: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PieceCard:
    """A piece with everything beside it."""

    piece: Piece
    note: str
    place_note: str
    wide_mm: int | None
    tall_mm: int | None
    size_note: str
    service_id: UUID | None
    service: str
    planned_minutes: int | None
    healing_days: int | None
    """Its own; how many count stands in `healing`."""
    touch_ups: int | None
    touch_up_until: date | None
    designs: tuple[Design, ...]
    """The latest first."""
    steps: tuple[Step, ...]
    sessions: tuple[Session, ...]
    """All its bookings, in order, those called off too."""
    reckoning: Reckoning
    healing: Healing
    touch_up: TouchUps
    free_from: date
    """The first day another session may be on."""
    next_states: tuple[str, ...]
    """Where it may be put now."""


@dataclass(frozen=True, slots=True)
class NextSlot:
    """When a further session could be."""

    not_before: date
    minutes: int
    artist_id: UUID | None
    starts_at: datetime | None
    ends_at: datetime | None
