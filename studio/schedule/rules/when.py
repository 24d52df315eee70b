"""When a booking is: from what was said of its start and its length or end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from studio.catalog.rules.cleaning import number
from studio.schedule import refusals
from studio.schedule.rules.localtime import FOLDS, day_of, moment_of, read_local, wall

SHORTEST, LONGEST = 5, 24 * 60
"""Minutes."""
AHEAD = timedelta(days=5 * 366)
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
FIELDS = ("starts_at", "starts_local", "fold", "ends_at", "minutes")
"""What says when: a moment with its offset, or what the studio's clock shows and which of two; then end or minutes."""


@dataclass(frozen=True, slots=True)
class When:
    """From start to end, with the time on the wall it is meant as."""

    starts_at: datetime
    ends_at: datetime
    starts_local: str
    zone: str

    @property
    def ends_local(self) -> str:
        """What the wall clock shows at its end."""
        return wall(self.ends_at, self.zone)

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on the wall."""
        last = self.ends_at - timedelta(microseconds=1)
        return day_of(self.starts_at, self.zone), day_of(last, self.zone)

    def held(self, before: int, after: int) -> tuple[datetime, datetime]:
        """With set-up and cleaning."""
        return self.starts_at - timedelta(minutes=before), self.ends_at + timedelta(minutes=after)


def when_of(said: Mapping[str, Any], zone: str, now: datetime, minutes: int) -> When:
    """What is meant; `minutes` is how long it takes where neither end nor length was said."""
    start = _start(said, zone, now)
    end = said.get("ends_at")
    if end is None:
        told = number(said.get("minutes"), 1, LONGEST * 4)
        end = start + timedelta(minutes=minutes if told is None else told)
    elif not isinstance(end, datetime) or end.tzinfo is None:
        raise refusals.TimeIsUnclear("ends_at")
    return spanned(start, end, zone)


def spanned(start: datetime, end: datetime, zone: str) -> When:
    """From start to end, refused when that is no booking."""
    if end <= start:
        raise refusals.EndIsBeforeStart("ends_at")
    if end - start < timedelta(minutes=SHORTEST):
        raise refusals.TooShort("ends_at", minutes=SHORTEST)
    if end - start > timedelta(minutes=LONGEST):
        raise refusals.TooLong("ends_at", hours=LONGEST // 60)
    return When(start, end.astimezone(UTC), wall(start, zone), zone)


def _start(said: Mapping[str, Any], zone: str, now: datetime) -> datetime:
    start = said.get("starts_at")
    if start is not None:
        if not isinstance(start, datetime) or start.tzinfo is None:
            raise refusals.TimeIsUnclear("starts_at")
        return _in_reach(start, now).astimezone(UTC)
    if not said.get("starts_local"):
        raise refusals.TimeIsNeeded("starts_at")
    if said.get("fold", "") not in FOLDS:
        raise refusals.ChoiceIsUnknown("fold")
    local = read_local(said["starts_local"])
    _in_reach(local.replace(tzinfo=UTC), now)
    return moment_of(local, zone, said.get("fold", ""))


def _in_reach(moment: datetime, now: datetime) -> datetime:
    if not EARLIEST <= moment <= now + AHEAD:
        raise refusals.TimeIsTooFar("starts_at", first=f"{EARLIEST:%Y-%m-%d}", last=f"{now + AHEAD:%Y-%m-%d}")
    return moment.replace(second=0, microsecond=0)
