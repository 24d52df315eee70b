"""What a room may say against a booking about something of its own, such as a piece that still heals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from studio.kernel.house import House
from studio.kernel.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Planned:
    """A booking that is to be made or moved: what it is about, of which kind, and on which day on the wall."""

    subject_id: UUID
    kind: str
    day: date
    booking_id: UUID | None = None
    """The booking itself where it is there already."""


BookingObstacles = Callable[[Connection, House, Planned], Sequence[Refusal]]
"""Says what stands in the way; whoever may set other obstacles aside may set these aside with a reason."""

DepositsAsked = Callable[[Connection, UUID], str]
"""Says how far a deposit was asked for already: `whole` for all of it, `once` for one of its bookings, or nothing."""
