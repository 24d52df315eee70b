"""Spans of time: what of them is left when others are taken out. All half-open, all in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from studio.kernel.time import TimeRange
from studio.schedule.rules.localtime import near
from studio.upkeep.premises import DAYS

Hours = Mapping[str, Sequence[Sequence[str]]]


def working(day: date, hours: Hours, zone: str) -> list[TimeRange]:
    """The hours of a weekday as moments of this very day."""
    return spans_of(day, hours.get(DAYS[day.weekday()], ()), zone)


def spans_of(day: date, parts: Iterable[Sequence[str]], zone: str) -> list[TimeRange]:
    """From and to on the wall as moments; what a change of clocks swallows whole is gone."""
    ends = ((near(day, start, zone), near(day, end, zone, end=True)) for start, end in parts)
    return [TimeRange(start, end) for start, end in ends if start < end]


def without(spans: Iterable[TimeRange], taken: Iterable[TimeRange]) -> list[TimeRange]:
    """What is left of the spans, in order."""
    left = sorted(spans, key=_start)
    for one in sorted(taken, key=_start):
        left = [piece for span in left for piece in _cut(span, one)]
    return left


def within(spans: Iterable[TimeRange], bounds: Iterable[TimeRange]) -> list[TimeRange]:
    """What both have."""
    edges = list(bounds)
    pairs = ((max(a.start, b.start), min(a.end, b.end)) for a in spans for b in edges)
    return sorted((TimeRange(start, end) for start, end in pairs if start < end), key=_start)


def starts_in(
    spans: Iterable[TimeRange], minutes: int, step: int, before: int = 0, after: int = 0
) -> Iterator[datetime]:
    """Every start, on the step, at which so many minutes with their buffers fit."""
    for span in spans:
        start = _rounded(span.start + timedelta(minutes=before), step)
        while start + timedelta(minutes=minutes + after) <= span.end:
            yield start
            start += timedelta(minutes=step)


def first_start(spans: Iterable[TimeRange], minutes: int, step: int, **buffers: int) -> datetime | None:
    """The earliest of them."""
    return next(starts_in(spans, minutes, step, **buffers), None)


def _cut(span: TimeRange, taken: TimeRange) -> Iterator[TimeRange]:
    if not span.overlaps(taken):
        yield span
        return
    if span.start < taken.start:
        yield TimeRange(span.start, taken.start)
    if taken.end < span.end:
        yield TimeRange(taken.end, span.end)


def _rounded(moment: datetime, step: int) -> datetime:
    """Up to the next full step of the hour."""
    over = timedelta(minutes=moment.minute % step, seconds=moment.second, microseconds=moment.microsecond)
    return moment + timedelta(minutes=step) - over if over else moment


def _start(span: TimeRange) -> Any:
    return span.start
