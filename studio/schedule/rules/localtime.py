"""Wall-clock time and moments: what exists once, not at all, or twice is told apart, and never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from studio.schedule import refusals

LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2999
FOLDS = ("", "first", "second")
HOP = timedelta(hours=3)
"""Further than any clock is put forward or back."""


def read_local(text: object) -> datetime:
    """The wall-clock time as typed, without a zone."""
    if not isinstance(text, str) or not text.isascii() or not LOCAL.fullmatch(text):
        raise refusals.TimeIsUnclear("starts_local")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise refusals.TimeIsUnclear("starts_local") from None


def moments_of(local: datetime, zone: str) -> list[datetime]:
    """Every moment at which the wall clock shows this time: none in a gap, two in a fold."""
    place = ZoneInfo(zone)
    tries = (local.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    return sorted({moment for moment in tries if moment.astimezone(place).replace(tzinfo=None, fold=0) == local})


def moment_of(local: datetime, zone: str, fold: str = "") -> datetime:
    """The moment meant; asks with both choices where the wall clock does not tell."""
    found = moments_of(local, zone)
    if len(found) == 1:
        return found[0]
    day, said = local.date().isoformat(), f"{local:%H:%M}"
    if not found:
        before, after = around_gap(local, zone)
        gap = refusals.GapTime(
            "starts_local", time=said, day=day, before=wall(before, zone)[11:], after=wall(after, zone)[11:]
        )
        raise _asking(gap, before, after)
    if fold in ("first", "second"):
        return found[FOLDS.index(fold) - 1]
    raise _asking(refusals.FoldTime("starts_local", time=said, day=day), *found)


def around_gap(local: datetime, zone: str) -> tuple[datetime, datetime]:
    """For a time that is leapt over: as far before the leap, and as far after it."""
    place = ZoneInfo(zone)
    later = local.replace(tzinfo=place, fold=0).astimezone(UTC)
    return local.replace(tzinfo=place, fold=1).astimezone(UTC), later


def wall(moment: datetime, zone: str) -> str:
    """What the wall clock shows, to the minute."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"


def day_of(moment: datetime, zone: str) -> date:
    """The date on the wall."""
    return moment.astimezone(ZoneInfo(zone)).date()


def near(day: date, clock: str, zone: str, *, end: bool = False) -> datetime:
    """The moment hours of work begin or end: nobody is asked, a leapt-over hour begins after the leap."""
    hours, minutes = int(clock[:2]), int(clock[3:])
    local = datetime.combine(day, time()) + timedelta(hours=hours, minutes=minutes)
    found = moments_of(local, zone)
    if not found:
        return around_gap(local, zone)[1]
    return found[-1] if end else found[0]


def day_span(day: date, zone: str, days: int = 1) -> tuple[datetime, datetime]:
    """From midnight to midnight, which may be 23 or 25 hours; refused where no calendar goes."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refusals.TimeIsTooFar("day", first=f"{FIRST_YEAR}-01-01", last=f"{LAST_YEAR}-12-31")
    return near(day, "00:00", zone), near(day + timedelta(days=days), "00:00", zone)


def _asking(refusal: refusals.TimeIsDoubtful, *choices: datetime) -> refusals.TimeIsDoubtful:
    refusal.choices = choices
    return refusal
