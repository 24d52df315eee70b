"""Who of those waiting a gap suits best."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from studio.upkeep.premises import DAYS

OPEN = ("waiting", "offered")
"""States of those who wait still."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody waits for."""

    entry_id: UUID
    artist_id: UUID | None
    style: str
    minutes: int
    from_on: date | None
    until_on: date | None
    days: Collection[str]
    since: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """Time that is free: whose, on which day, for how long, and what they do well."""

    artist_id: UUID
    day: date
    minutes: int
    styles: Collection[str] = ()


def fits(wish: Wish, gap: Gap) -> bool:
    """Whether they could come at all: the time is enough, the day suits, and it is nobody else they want."""
    if wish.minutes > gap.minutes or (wish.artist_id and wish.artist_id != gap.artist_id):
        return False
    if (wish.from_on and gap.day < wish.from_on) or (wish.until_on and gap.day > wish.until_on):
        return False
    return not wish.days or DAYS[gap.day.weekday()] in wish.days


def ranked(wishes: Iterable[Wish], gap: Gap) -> list[Wish]:
    """Those who fit: who fills the gap best first, in quarters of it; then artist, style, and how long they waited."""
    return sorted((wish for wish in wishes if fits(wish, gap)), key=lambda wish: rank(wish, gap))


def rank(wish: Wish, gap: Gap) -> tuple[int, bool, bool, datetime]:
    """How well somebody fills a gap, the least first."""
    left = (gap.minutes - wish.minutes) * 4 // gap.minutes
    wanted, styled = wish.artist_id == gap.artist_id, bool(wish.style) and wish.style in gap.styles
    return left, not wanted, not styled, wish.since
