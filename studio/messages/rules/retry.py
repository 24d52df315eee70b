"""When a letter is tried again."""

from __future__ import annotations

from datetime import timedelta

PAUSES = (1, 5, 15, 60, 240, 720, 1440)
"""Minutes before the second, third … try; after the last of them a letter has failed."""
MOST_TRIES = len(PAUSES) + 1


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries; None when that was the last."""
    return timedelta(minutes=PAUSES[tries - 1]) if 1 <= tries <= len(PAUSES) else None
