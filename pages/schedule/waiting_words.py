"""Somebody who waits, in words; and the first gap of a day that is long enough for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from components.app.moments import show_date
from pages.catalog.showing import minutes_text
from pages.schedule.showing import days_text
from studio.kernel.text import N_, t
from studio.schedule.queries import Waiter, Working
from studio.schedule.rules.waiting import Gap, Wish, fits, rank
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


@dataclass(frozen=True, slots=True)
class Fit:
    """Where somebody who waits would fit: with whom, from when, and how long the gap is."""

    artist_id: UUID
    start: datetime
    gap: int


def first_fit(one: Waiter, working: Sequence[Working], now: datetime) -> Fit | None:
    """With whom and when a long enough gap begins on a day that suits them."""
    found: list[Fit] = []
    for hours in working:
        for gap in hours.free:
            start = _quarter(max(gap.start, now))
            length = int((gap.end - start) / timedelta(minutes=1))
            if fits(_wish(one), Gap(hours.artist_id, hours.day, length)):
                found.append(Fit(hours.artist_id, start, length))
                break
    return min(found, key=lambda fit: fit.start, default=None)


def by_fit(
    waiters: Iterable[Waiter], working: Sequence[Working], styles: Mapping[UUID, Sequence[str]], now: datetime
) -> list[tuple[Waiter, Fit | None]]:
    """Those who fit first, whoever fills their gap best at the top; then the others, the longest waiting first."""
    pairs = [(one, first_fit(one, working, now)) for one in waiters]

    def order(pair: tuple[Waiter, Fit | None]) -> tuple[Any, ...]:
        one, fit = pair
        if fit is None:
            return (1, one.created_at)
        gap = Gap(fit.artist_id, now.date(), fit.gap, styles.get(fit.artist_id, ()))
        return (0, *rank(_wish(one), gap))

    return sorted(pairs, key=order)


def _wish(one: Waiter) -> Wish:
    return Wish(one.id, one.artist_id, one.style, one.minutes, one.from_on, one.until_on, one.days, one.created_at)


def _quarter(moment: datetime) -> datetime:
    """The next quarter of an hour."""
    return moment + timedelta(seconds=-moment.timestamp() % 900)
