"""How long records are kept."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from studio.jurisdiction.schema import Keeping, Profile, RecordType


def retention(profile: Profile, record_type: RecordType) -> Keeping:
    """How long this kind of record is kept, from what, and why."""
    return profile.retention[record_type]


def kept_until(keeping: Keeping, start: date) -> date:
    """The last day it is kept, counted from the day its `from_what` names; months end with their last day.

    Counted from the end of the year, everything of a year is kept equally long.
    """
    if keeping.from_what == "year_end":
        start = date(start.year, 12, 31)
    months = start.year * 12 + start.month - 1 + keeping.months
    year, month = months // 12, months % 12 + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(start.day, monthrange(year, month)[1]))
