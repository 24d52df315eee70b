"""Somebody who waits, in words; and the first gap of a day that is long enough for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from components.app.moments import show_date
from pages.catalog.showing import minutes_text
from pages.schedule.showing import days_text
from studio.kernel.text import N_, t
from studio.schedule.queries import Waiter, Working
from studio.schedule.words import KINDS
from studio.upkeep.premises import DAYS

SHORT_DAYS: Mapping[str, str] = dict(
    zip(DAYS, (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")), strict=True)
)


def wish_text(one: Waiter) -> str:
    """What they want, and how long it takes."""
    what = one.style or t(KINDS[one.kind])
    return f"{what[:1].upper()}{what[1:]}, {minutes_text(one.minutes)}"


def when_text(one: Waiter, names: Mapping[UUID, str]) -> str:
    """With whom and on which days."""
    who = names.get(one.artist_id, t("somebody")) if one.artist_id else t("Any artist")
    days = ", ".join(t(SHORT_DAYS[day]) for day in one.days)
    span = ""
    if one.from_on and one.until_on:
        span = days_text(one.from_on, one.until_on)
    elif one.from_on:
        span = t("from {day}", day=show_date(one.from_on))
    elif one.until_on:
        span = t("until {day}", day=show_date(one.until_on))
    return " · ".join(filter(None, (who, days, span)))


def first_fit(one: Waiter, working: Sequence[Working], now: datetime) -> tuple[UUID, datetime] | None:
    """With whom and when a long enough gap begins on a day that suits them."""
    length, found = timedelta(minutes=one.minutes), []
    for hours in working:
        day = hours.day
        suits = not one.days or DAYS[day.weekday()] in one.days
        suits = suits and (one.from_on or day) <= day <= (one.until_on or day)
        if not suits or one.artist_id not in (None, hours.artist_id):
            continue
        starts = (max(gap.start, now) for gap in hours.free if gap.end - max(gap.start, now) >= length)
        found += [(start, hours.artist_id) for start in starts][:1]
    if not found:
        return None
    start, who = min(found, key=lambda one: one[0])
    return who, _quarter(start)


def _quarter(moment: datetime) -> datetime:
    """The next quarter of an hour."""
    late = -moment.timestamp() % 900
    return moment + timedelta(seconds=late)
