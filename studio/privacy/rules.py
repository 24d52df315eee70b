"""Pure decisions on time: from which day on a record is too old to be kept."""

from __future__ import annotations

from datetime import date

from studio.jurisdiction.rules import age_on, kept_until
from studio.jurisdiction.schema import Keeping, Majority


def last_day_over(keeping: Keeping, today: date) -> date | None:
    """The latest start from which the time to keep is over today; None when not even the first of days is."""
    low, high = date.min.toordinal(), today.toordinal()
    if kept_until(keeping, date.min) >= today:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        if kept_until(keeping, date.fromordinal(middle)) < today:
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low)


def of_age_since(majority: Majority, born: date) -> date:
    """The first day somebody decides alone."""
    try:
        return born.replace(year=born.year + majority.age)
    except ValueError:  # 29 February
        day = date(born.year + majority.age, 3, 1)
        return day if majority.leap_birthday == "march_1" else date(born.year + majority.age, 2, 28)


def stays_until(keeping: Keeping, minors: Keeping, majority: Majority, start: date, born: date | None) -> date:
    """The last day a record is kept that began then; one of a minor as long as the rule for minors says, too."""
    usual = kept_until(keeping, start)
    if born is None or age_on(born, start) >= majority.age:
        return usual
    return max(usual, kept_until(minors, of_age_since(majority, born)))
