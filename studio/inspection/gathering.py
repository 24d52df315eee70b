"""What rooms lay before an inspector, for whoever reads now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from studio.extension.inspected import Inspected, Line, Period, period_of
from studio.extension.registry import may, registry
from studio.inspection.refusals import DaysAreUnclear, ListIsUnknown, PeriodIsTooLong
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import Read

MOST_YEARS = 10
LAST_OF_DAYS = date(9990, 1, 1)


def lists_for(read: Read) -> list[Inspected]:
    """Every list this person may look through, in order."""
    found = (one for area in registry().areas.values() for one in area.inspected)
    return sorted((one for one in found if may(read.actor, one.needs, read.house.rights)), key=lambda one: one.order)


def list_of(read: Read, key: str) -> Inspected:
    """One of them. Raises ListIsUnknown, or Denied for one that is not for this person."""
    known = next((one for area in registry().areas.values() for one in area.inspected if one.key == key), None)
    if known is None:
        raise ListIsUnknown
    if not may(read.actor, known.needs, read.house.rights):
        raise Denied
    return known


def portion(read: Read, inspected: Inspected, period: Period, most: int, after: int) -> Sequence[Line]:
    """So many records of a list, each with a cell for every column."""
    lines = inspected.lines(read, period, most, after)
    if any(len(line.cells) != len(inspected.columns) for line in lines):
        raise LookupError(f"{inspected.key}: cells and columns differ")
    return lines


def both_days(first: date | None, last: date | None) -> tuple[date, date]:
    """The two days of a period. Raises DaysAreUnclear or PeriodIsTooLong."""
    if first is None or last is None or first > last:
        raise DaysAreUnclear("last")
    if last.year - first.year > MOST_YEARS:
        raise PeriodIsTooLong("last", years=MOST_YEARS)
    return first, min(last, LAST_OF_DAYS)


def days(house: House, first: date, last: date, as_of: datetime) -> Period:
    """Between two days, both counted, by the studio's calendar."""
    return period_of(house.settings["studio.zone"], first, last, as_of)
