"""The strip: how each artist stands now, and their day as a bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from components.app.moments import show_time
from components.lane import Bar, Person
from pages.catalog.showing import minutes_text
from pages.home.showing import short_name
from studio.kernel.text import t
from studio.kernel.time import TimeRange
from studio.schedule.queries.today import Bench, Day, DayCard
from studio.schedule.rules.spans import without
from studio.schedule.rules.steps import FREE

WORTH = timedelta(minutes=15)
"""A gap that is shorter is no news."""


def people_of(day: Day, now: datetime) -> tuple[Person, ...]:
    """Everybody who works today or has somebody booked."""
    booked = [one for one in day.cards if one.booking.status not in FREE]
    theirs = {
        bench.artist_id: [one for one in booked if one.booking.artist_id == bench.artist_id] for bench in day.benches
    }
    there = [bench for bench in day.benches if bench.work or theirs[bench.artist_id]]
    whole = _whole(there, [one for one in booked if one.booking.starts_local[:10] == str(day.day)])
    return tuple(_person(bench, theirs[bench.artist_id], whole, now) for bench in there) if whole else ()


def _person(bench: Bench, cards: Sequence[DayCard], whole: TimeRange, now: datetime) -> Person:
    words, strong = state_of(bench, cards, now)
    bars = [Bar(*_share(span, whole), "off") for span in without([whole], bench.work)]
    bars += [
        Bar(*_share(span, whole), "d" if one.booking.status in ("in_progress", "done") else "")
        for one in cards
        if (span := TimeRange(one.booking.starts_at, one.booking.ends_at)).overlaps(whole)
    ]
    at = _percent(now, whole) if whole.start <= now < whole.end else None
    return Person(
        str(bench.artist_id), short_name(bench.name), bench.name, bench.colour, words, strong, tuple(bars), at
    )


def state_of(bench: Bench, cards: Sequence[DayCard], now: datetime) -> tuple[str, bool]:
    """What somebody at the desk wants to know of them, and whether it is worth acting on."""
    sits = next((one.booking for one in cards if one.booking.status == "in_progress"), None)
    if sits is not None:
        over = int((now - sits.ends_at).total_seconds()) // 60
        if over >= 1:
            return t("{time} over", time=minutes_text(over)), False
        return t("In the chair to {time}", time=show_time(sits.ends_at)), False
    if any(one.booking.status == "checked_in" for one in cards):
        return t("Client waiting"), True
    gap = free_from(bench, now)
    if gap is not None:
        if gap.start <= now:
            return t("Free to {time}", time=show_time(gap.end)), True
        return t("Free {start} to {end}", start=show_time(gap.start), end=show_time(gap.end)), True
    if bench.work and bench.work[-1].end <= now:
        return t("Finished for today"), False
    return (t("Booked out"), False) if bench.work else (t("Not in today"), False)


def free_from(bench: Bench, now: datetime) -> TimeRange | None:
    """The next stretch that is still free and worth something."""
    return next((span for span in bench.free if span.end - max(span.start, now) >= WORTH), None)


def _whole(benches: Sequence[Bench], cards: Sequence[DayCard]) -> TimeRange | None:
    """From the first to the last that anybody works."""
    spans = [span for bench in benches for span in bench.work]
    starts = [span.start for span in spans] + [one.booking.starts_at for one in cards]
    ends = [span.end for span in spans] + [one.booking.ends_at for one in cards]
    return TimeRange(min(starts), max(ends)) if starts else None


def _share(span: TimeRange, whole: TimeRange) -> tuple[float, float]:
    left, right = max(0.0, _percent(span.start, whole)), min(100.0, _percent(span.end, whole))
    return left, round(right - left, 1)


def _percent(moment: datetime, whole: TimeRange) -> float:
    return round(100 * (moment - whole.start) / (whole.end - whole.start), 1)
