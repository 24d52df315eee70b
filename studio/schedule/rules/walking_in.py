"""Whose turn it is when somebody walks in: soonest free, then whoever had the fewest, then whoever waited longest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

ALIKE = timedelta(minutes=15)
"""Starts that lie closer together count as equally soon."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An artist who could take a walk-in: from when, and what they had today."""

    artist_id: UUID
    start: datetime
    walk_ins: int
    last: datetime | None
    position: int


def in_turn(turns: Iterable[Turn]) -> list[Turn]:
    """In fair order."""
    known = sorted(turns, key=lambda turn: turn.start)
    if not known:
        return []
    soonest = known[0].start
    return sorted(known, key=lambda turn: _fair(turn, soonest))


def _fair(turn: Turn, soonest: datetime) -> tuple[int, int, float, int]:
    later = (turn.start - soonest) // ALIKE
    return later, turn.walk_ins, turn.last.timestamp() if turn.last else 0.0, turn.position
