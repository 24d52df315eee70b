"""Handwriting for made-up people: strokes as a hand would draw them on the pad, with time and pressure."""

from __future__ import annotations

import math
from random import Random
from typing import Any

STEP = 8
"""Milliseconds between two points of a usual touch screen."""
POINTS = 20
"""To one loop."""


def write(random: Random, letters: int, width: float, height: float) -> dict[str, Any]:
    """A pad with so many slanted loops along a line, now and then lifting the pen, and a flourish below at the end."""
    left, right, base = width * 0.12, width * 0.82, height * 0.58
    slant, clock = random.uniform(0.2, 0.5), random.randint(0, 300)
    strokes: list[list[Any]] = [[]]
    wide = (right - left) / letters
    for number in range(letters):
        rise = height * (0.42 if number == 0 else random.choice((0.13, 0.16, 0.18, 0.36)))
        loop = wide * random.uniform(0.2, 0.4)
        if strokes[-1] and random.random() < 0.2:
            strokes.append([])
            clock += random.randint(90, 260)
        for part in range(POINTS + 1):
            turn = 2 * math.pi * part / POINTS
            up = rise * (1 - math.cos(turn)) / 2
            x = left + wide * (number + part / POINTS) + loop * math.sin(turn) + up * slant
            y = base - up + random.uniform(-0.4, 0.4)
            clock += STEP + random.randint(0, 3)
            strokes[-1].append([round(x, 2), round(y, 2), clock, round(random.uniform(0.35, 0.75), 3)])
    strokes.append(_flourish(random, left, right, base + height * 0.16, clock + 180))
    return {"width": width, "height": height, "strokes": strokes}


def _flourish(random: Random, left: float, right: float, y: float, clock: int) -> list[list[float]]:
    bend = random.uniform(-6, 6)
    return [
        [
            round(right - (right - left) * 0.6 * part / 12, 2),
            round(y + bend * math.sin(part / 3), 2),
            clock + STEP * part,
            0.5,
        ]
        for part in range(13)
    ]
