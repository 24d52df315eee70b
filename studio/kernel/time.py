"""Time: stored in UTC, spoken in the studio's zone, handed in by a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

STEADY = timedelta(seconds=5)


@dataclass
class Clock:
    """The one source of now. Tests hand in their own."""

    read: Callable[[], datetime] = lambda: datetime.now(UTC)
    _furthest: datetime | None = None

    def now(self) -> datetime:
        """This moment, in UTC."""
        now = self.read()
        self.remember(now)
        return now

    def reached(self) -> datetime:
        """The latest moment there has been: what was over by then stays over when somebody sets the clock back."""
        return max(self.now(), self._furthest or self.read())

    def remember(self, moment: datetime) -> None:
        """This moment has been, whatever the clock shows now."""
        if self._furthest is None or moment > self._furthest:
            self._furthest = moment

    def is_set_back(self) -> bool:
        """Whether it shows a time that has been; corrections of a moment do not count."""
        return self.reached() - self.read() > STEADY

    def settle(self) -> None:
        """What was over is ended for good: from here on the clock is believed again."""
        self._furthest = None

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
