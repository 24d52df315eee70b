"""What can have happened to the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class ScheduleFact(Fact):
    """Something on the calendar, or what it is drawn from, is not as it was."""


# ── artists, stations, the studio ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class ArtistFact(ScheduleFact):
    """Something happened to one artist."""

    artist_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("artist", self.artist_id)


@dataclass(frozen=True)
class ArtistAdded(ArtistFact):
    """Somebody new holds the needle."""


@dataclass(frozen=True)
class ArtistChanged(ArtistFact):
    """Fields of an artist changed."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class ArtistMoved(ArtistFact):
    """An artist was archived, or restored."""

    archived: bool


@dataclass(frozen=True)
class AbsencesChanged(ArtistFact):
    """An artist is away, or there, on other days than before."""


@dataclass(frozen=True)
class CertificatesChanged(ArtistFact):
    """An artist has a certificate more, or one less that counts."""


@dataclass(frozen=True)
class FeedChanged(ArtistFact):
    """An artist's bookings can be read under a private address, or no longer."""

    open: bool


@dataclass(frozen=True)
class SessionsExported(ArtistFact):
    """An artist's sessions left the house as a file."""

    count: int
    form: str


@dataclass(frozen=True)
class StationFact(ScheduleFact):
    """Something happened to one station."""

    station_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("station", self.station_id)


@dataclass(frozen=True)
class StationAdded(StationFact):
    """There is a new place to work at."""


@dataclass(frozen=True)
class StationChanged(StationFact):
    """Fields of a station changed."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class StationMoved(StationFact):
    """A station was archived, or restored."""

    archived: bool


@dataclass(frozen=True)
class Reordered(ScheduleFact):
    """Artists or stations stand in another order."""

    count: int


@dataclass(frozen=True)
class ClosuresChanged(ScheduleFact):
    """The studio is shut on other days than before."""


@dataclass(frozen=True)
class PolicyChanged(ScheduleFact):
    """New bookings are made under other rules, or with other deposits."""


@dataclass(frozen=True)
class ScheduleFilled(ScheduleFact):
    """A made-up calendar was filled in."""

    count: int


# ── bookings ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class BookingFact(ScheduleFact):
    """Something happened to one booking. `days` are all days on the wall it stands on now or stood on before."""

    booking_id: UUID
    days: tuple[str, ...] = ()

    @property
    def subject(self) -> Subject:
        return Subject("booking", self.booking_id)


@dataclass(frozen=True)
class BookingMade(BookingFact):
    """Somebody's time is taken."""


@dataclass(frozen=True)
class BookingMoved(BookingFact):
    """A booking has another time, length, artist or station."""


@dataclass(frozen=True)
class BookingChanged(BookingFact):
    """Something else about a booking changed."""

    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class BookingStepped(BookingFact):
    """A booking took a step: `status` is where it stands now."""

    status: str = ""


@dataclass(frozen=True)
class TimerTurned(BookingFact):
    """The timer of a session runs, or rests."""

    running: bool = False


@dataclass(frozen=True)
class HealingNoted(BookingFact):
    """A client said how it heals."""


@dataclass(frozen=True)
class RuleSetAside(BookingFact):
    """Somebody with the right decided against a rule."""

    rule: str = ""


# ── those who wait ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class WaitlistFact(ScheduleFact):
    """Something on the waitlist is not as it was."""

    client_id: UUID
    entry_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class WaitBegan(WaitlistFact):
    """Somebody waits for a gap."""


@dataclass(frozen=True)
class WaitChanged(WaitlistFact):
    """What somebody waits for changed, or they were offered a gap, or no longer are."""

    state: str


@dataclass(frozen=True)
class WaitEnded(WaitlistFact):
    """Somebody waits no longer: they took a gap, or gave up."""

    taken: bool
