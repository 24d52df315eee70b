"""On which days after a session somebody asks how it heals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from studio.kernel.settings import Settings

HEALS = ("session", "touch_up", "walk_in")
"""Kinds of booking after which something heals that is asked about."""
LATE = 7
"""Days after one of them on which it may still be asked; then nobody is reminded any more."""
ASKED = "schedule.healing_asked"
KEYS = ("schedule.healing_first", "schedule.healing_second", "schedule.healing_third")


def days_of(settings: Settings) -> list[int]:
    """The days in order, none twice; none at all where the studio asks nobody."""
    return sorted({settings[key] for key in KEYS}) if settings[ASKED] else []


def reach(days: Sequence[int]) -> timedelta:
    """How long ago a session may have been that is still asked about; a day more, for a day begins at midnight."""
    return timedelta(days=max(days, default=0) + LATE + 1)


def due(days: Sequence[int], passed: int) -> int | None:
    """The latest day that has come: who was not asked on the third is not asked twice on the fourteenth."""
    come = [day for day in days if day <= passed]
    return come[-1] if come and passed <= come[-1] + LATE else None


def asked_on(days: Sequence[int], passed: int) -> int:
    """The day an answer counts for: the one that is due, else the day it is."""
    come = [day for day in days if day <= passed]
    return come[-1] if come else max(0, passed)
