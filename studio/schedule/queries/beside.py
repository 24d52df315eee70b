"""What stands beside one booking on its page: its light, what it is about, and everything that was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.extension.lights import Light
from studio.extension.registry import registry
from studio.kernel.history import Event, events
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query
from studio.schedule.queries.bookings import booking
from studio.schedule.queries.calendar import SEE
from studio.schedule.queries.lights import lights_of

LATEST = 50


@dataclass(frozen=True, slots=True)
class Beside:
    """Light, line, and its history, the newest first."""

    light: Light
    line: str
    history: list[Event]
    total: int


@query(SEE)
def beside(read: Read, booking_id: UUID) -> Beside:
    """Raises BookingIsUnknown for whoever may not see this booking."""
    known = booking.run(read, booking_id).booking.id
    found, total = events(read.connection, read.house, subject=Subject("booking", known), size=LATEST)
    light = lights_of.run(read, [known]).get(known, Light())
    return Beside(light, registry().booking_lines(read.connection, [known]).get(known, ""), found, total)
