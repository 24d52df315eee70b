"""Time: stored in UTC, spoken in the studio's zone, handed in by a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass
class Clock:
    """The one source of now. Tests hand in their own."""

    read: Callable[[], datetime] = lambda: datetime.now(UTC)

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.read()

    def today(self, zone: str) -> date:
        """The date on the studio's wall."""
        return self.read().astimezone(ZoneInfo(zone)).date()


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From start up to, not including, end. Touching ranges do not overlap.

    Raises ValueError for naive times and for an end that is not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a time range needs zones")
        if self.end <= self.start:
            raise ValueError("a time range ends after it starts")

    @property
    def length(self) -> timedelta:
        """Real hours, also across a change of clocks."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)

    def overlaps(self, other: TimeRange) -> bool:
        return self.start < other.end and other.start < self.end

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end
