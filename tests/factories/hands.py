"""Hands of a test studio: few points, for every digest spells out each of them."""

from __future__ import annotations

from random import Random
from typing import Any

STEPS = 9


def scrawl(random: Random, width: float, height: float) -> dict[str, Any]:
    """A pad with one zigzag that stands as a signature and as initials; no two are alike."""
    points = [
        [
            round(width * (0.15 + 0.7 * step / STEPS), 2),
            round(height * ((0.3, 0.7)[step % 2] + random.uniform(-0.08, 0.08)), 2),
            12 * step,
            round(random.uniform(0.35, 0.75), 3),
        ]
        for step in range(STEPS + 1)
    ]
    return {"width": width, "height": height, "strokes": [points]}
