"""Handwriting for made-up people: strokes as a hand would draw them on the pad, with time and pressure."""

from __future__ import annotations

import math
from random import Random
from typing import Any

STEP = 8
"""Milliseconds between two points of a usual touch screen."""


def write(random: Random, letters: int, width: float, height: float) -> dict[str, Any]:
    """A pad with so many loops along a line, now and then lifting the pen, a flourish below at the end."""
    left, right, base = width * 0.12, width * 0.88, height * 0.58
    tall = [random.uniform(0.12, 0.38) * height for _ in range(letters)]
    lean, clock, strokes = random.uniform(0.2, 0.9), random.randint(0, 300), [[]]  # type: ignore[var-annotated]
    for number, rise in enumerate(tall):
        if strokes[-1] and random.random() < 0.25:
            strokes.append([])
            clock += random.randint(90, 260)
        for part in range(14):
            turn = 2 * math.pi * part / 14
            across = left + (right - left) * (number + part / 14) / letters
            x = across + rise * 0.35 * math.sin(turn) * lean
            y = base - rise * (1 - math.cos(turn)) / 2 + random.uniform(-0.6, 0.6)
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
