"""The schedule as everybody else sees it: frozen, with money as money and the contact only for whoever may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from studio.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Artist:
    """Somebody who holds the needle."""

    id: UUID
    code: str
    version: int
    user_id: UUID | None
    name: str
    phone: str
    email: str
    about: str
    colour: int
    styles: list[str]
    languages: list[str]
    contract: str
    guest_from: date | None
    guest_until: date | None
    hours: dict[str, Any]
    note: str
    signature: str | None
    share: int | None
    """Percent of the takings that are theirs."""
    rent: Money | None
    rent_per: str
    active: bool
    position: int
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Station:
    """A place to work at."""

    id: UUID
    code: str
    version: int
    name: str
    kind: str
    equipment: str
    active: bool
    position: int
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which somebody is away, or works other hours."""

    id: UUID
    artist_id: UUID
    kind: str
    from_on: date
    until_on: date
    hours: list[list[str]]
    note: str


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the studio is shut."""

    id: UUID
    from_on: date
    until_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What somebody needs to work, and until when it holds."""

    id: UUID
    version: int
    artist_id: UUID
    artist: str
    kind: str
    state: str
    number: str
    issuer: str
    issued_on: date | None
    expires_on: date | None
    blocks_booking: bool
    file: str | None
    note: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Booking:
    """One booking as the calendar and lists show it."""

    id: UUID
    code: str
    version: int
    kind: str
    status: str
    client_id: UUID | None
    artist_id: UUID | None
    station_id: UUID | None
    title: str
    starts_at: datetime
    ends_at: datetime
    starts_local: str
    zone: str
    buffer_before: int
    buffer_after: int
    price: Money | None
    deposit_due: Money | None
    deposit_state: str
    outcome: str
    series_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    may_overlap: bool
    checked_in_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    client: str
    client_code: str
    phone: str
    """Empty where there is none, and for whoever may not see it."""
    health_light: str


@dataclass(frozen=True, slots=True)
class Line:
    """A service done in a booking."""

    service_id: UUID
    name: str
    minutes: int
    price: Money | None


@dataclass(frozen=True, slots=True)
class Override:
    """A rule somebody decided against, and why."""

    rule: str
    told: str
    reason: str | None
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work without a pause; without an end while it lasts."""

    started_at: datetime
    stopped_at: datetime | None


@dataclass(frozen=True, slots=True)
class BookingCard:
    """A booking with everything beside it."""

    booking: Booking
    note: str
    artist: str
    station: str
    policy_no: int
    moves: int
    ended_by: str
    ended_at: datetime | None
    ended_reason: str
    notice_minutes: int | None
    created_at: datetime
    updated_at: datetime
    services: tuple[Line, ...]
    overrides: tuple[Override, ...]
    stretches: tuple[Stretch, ...]

    def worked(self, now: datetime) -> int:
        """Seconds under the needle until now, pauses left out."""
        return sum(int(((one.stopped_at or now) - one.started_at).total_seconds()) for one in self.stretches)

    @property
    def running(self) -> bool:
        return any(one.stopped_at is None for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody who waits for a gap."""

    id: UUID
    version: int
    client_id: UUID
    client: str
    phone: str
    artist_id: UUID | None
    service_id: UUID | None
    kind: str
    style: str
    minutes: int
    from_on: date | None
    until_on: date | None
    days: list[str]
    note: str
    state: str
    offered_until: datetime | None
    offer: dict[str, Any] | None
    booking_id: UUID | None
    created_at: datetime
