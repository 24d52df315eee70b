"""How the doors to the network stand at this moment, and when somebody last came through one. Of this process alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from studio.kernel.house import House
from studio.upkeep.facts import DoorMoved, PhoneReached

Kind = Literal["plain", "tls"]
State = Literal["shut", "open", "busy", "failed"]
AGAIN = timedelta(seconds=2)
"""Arrivals are told no oftener."""


@dataclass(frozen=True)
class Doorway:
    """One door: where it is, and whether it is open."""

    state: State = "shut"
    port: int = 0
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrival:
    """Somebody on the network reached this computer."""

    at: datetime
    encrypted: bool


@dataclass
class Doorways:
    """What the listeners say of themselves."""

    doors: dict[Kind, Doorway] = field(default_factory=dict)
    arrival: Arrival | None = None

    def __getitem__(self, kind: Kind) -> Doorway:
        return self.doors.get(kind, Doorway())

    def moved(self, house: House, kind: Kind, to: Doorway) -> None:
        """Remember, and tell open screens when it is news."""
        if self[kind] != to:
            self.doors[kind] = to
            house.bus.tell([DoorMoved(kind)])

    def arrived(self, house: House, *, encrypted: bool) -> None:
        """Remember an arrival, and tell open screens unless they were told a moment ago."""
        now = house.clock.now()
        before = self.arrival
        if before and before.encrypted == encrypted and timedelta() <= now - before.at < AGAIN:
            return
        self.arrival = Arrival(now, encrypted)
        house.bus.tell([PhoneReached(encrypted)])


doorways = Doorways()
