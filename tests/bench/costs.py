"""Where the time of a missed figure goes."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from collections.abc import Callable

OURS = ("storage", "studio", "pages", "components")


def largest(call: Callable[[int], object], times: int = 60) -> str:
    """The three parts with the most time of their own, and their shares."""
    profile = cProfile.Profile()
    with profile:
        for number in range(times):
            call(10_000_000 + number)
    shares: Counter[str] = Counter()
    for where, row in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]  # documented by use only
        shares[_part(where)] += row[2]
    total = shares.total()
    return ", ".join(f"{part} {own / total:.0%}" for part, own in shares.most_common(3))


def _part(where: tuple[str, int, str]) -> str:
    """The library, our own floor, or the database behind its driver."""
    file, _, function = where
    if "sqlcipher3" in function:
        return "SQLite itself"
    parts = file.replace("\\", "/").split("/")
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return next((part for part in parts if part in OURS), "Python's own library")
