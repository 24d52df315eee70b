"""Where the time of a missed figure goes."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path


def largest(call: Callable[[int], object], times: int = 60) -> str:
    """The three functions with the most time of their own, and their shares."""
    profile = cProfile.Profile()
    with profile:
        for number in range(times):
            call(10_000_000 + number)
    rows = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]  # documented by use only
    total = sum(own for _, (_, _, own, _, _) in rows)
    top = sorted(rows, key=lambda row: -row[1][2])[:3]
    return ", ".join(f"{_name(where)} {own / total:.0%}" for where, (_, _, own, _, _) in top)


def _name(where: tuple[str, int, str]) -> str:
    file, _, function = where
    return function if file == "~" else f"{Path(file).stem}.{function}"
