"""Strokes: whether what a hand drew on the pad can stand as a signature or as initials."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.kernel.refusal import Refusal
from studio.kernel.text import N_


class StrokesAreUnclear(Refusal):
    sentence = N_("This could not be read as drawn by hand. Clear it and draw again.")


class SignatureIsEmpty(Refusal):
    sentence = N_("Nothing is drawn here yet. Draw with a finger or a pen.")


class SignatureIsADot(Refusal):
    sentence = N_("This is too small to be read. Draw it larger, as you write it on paper.")


class InkIsOffThePad(Refusal):
    sentence = N_("Some of it lies outside the field. Clear it and stay inside the lines.")


class TooMuchInk(Refusal):
    sentence = N_("This is more ink than we can keep. Clear it and draw it a little simpler.")


Point = list[float]
Strokes = list[list[Point]]

MOST_POINTS = 20_000
MOST_STROKES = 2_000
SMALLEST_PAD, LARGEST_PAD = 20.0, 20_000.0
EDGE = 1.0
"""Pixels a point may lie beyond the pad: rounding, not ink."""
LONGEST = 24 * 3600 * 1000.0
STRAIGHT = 0.02
"""How far from its chord a line may stray, as part of its length, and still be straight."""


@dataclass(frozen=True)
class Kind:
    """What is asked of the ink, in parts of the pad's longer side."""

    least_points: int
    least_spread: float
    least_line: float


SIGNATURE = Kind(least_points=6, least_spread=0.08, least_line=0.25)
INITIALS = Kind(least_points=3, least_spread=0.08, least_line=0.2)


def clean_pad(raw: object, kind: Kind) -> dict[str, Any]:
    """The pad with its strokes, every point as it was sent.

    It looks like `{"width": 740, "height": 232, "strokes": [[[x, y, ms, pressure?], …], …]}`. Raises a refusal for a
    picture, for nothing drawn, a dot, a short straight line, or ink beyond the pad.
    """
    if not isinstance(raw, Mapping) or set(raw) - {"width", "height", "strokes"}:
        raise StrokesAreUnclear if raw else SignatureIsEmpty
    width, height = _side(raw.get("width")), _side(raw.get("height"))
    strokes = _strokes(raw.get("strokes"), width, height)
    _look(strokes, max(width, height), kind)
    return {"width": width, "height": height, "strokes": strokes}


def count_points(pads: object) -> int:
    """How many points were sent in all, without looking at one."""
    total = 0
    for pad in pads if isinstance(pads, list | tuple) else [pads]:
        strokes = pad.get("strokes") if isinstance(pad, Mapping) else None
        if isinstance(strokes, list):
            if len(strokes) > MOST_POINTS:
                return len(strokes)
            total += sum(len(stroke) if isinstance(stroke, list) else 1 for stroke in strokes)
    return total


def _strokes(raw: object, width: float, height: float) -> Strokes:
    if not isinstance(raw, list):
        raise StrokesAreUnclear
    if not any(raw):
        raise SignatureIsEmpty
    if len(raw) > MOST_STROKES or count_points({"strokes": raw}) > MOST_POINTS:
        raise TooMuchInk
    strokes, last = [], 0.0
    for one in raw:
        if not isinstance(one, list):
            raise StrokesAreUnclear
        stroke = [_point(point, width, height) for point in one]
        for point in stroke:
            if point[2] < last:
                raise StrokesAreUnclear
            last = point[2]
        if stroke:
            strokes.append(stroke)
    return strokes


def _point(raw: object, width: float, height: float) -> Point:
    if not isinstance(raw, list) or len(raw) not in (3, 4) or not all(_is_number(value) for value in raw):
        raise StrokesAreUnclear
    x, y, at = raw[:3]
    if not (0 <= at <= LONGEST) or (len(raw) == 4 and not 0 <= raw[3] <= 1):
        raise StrokesAreUnclear
    if not (-EDGE <= x <= width + EDGE and -EDGE <= y <= height + EDGE):
        raise InkIsOffThePad
    return list(raw)


def _look(strokes: Strokes, side: float, kind: Kind) -> None:
    """Refuse what nobody would take for writing."""
    points = [(point[0], point[1]) for stroke in strokes for point in stroke]
    if len(set(points)) < kind.least_points or spread(points) < kind.least_spread * side:
        raise SignatureIsADot
    if spread(points) < kind.least_line * side and is_straight(points):
        raise SignatureIsADot


def spread(points: list[tuple[float, float]]) -> float:
    """The diagonal of the box around the points."""
    across = [x for x, _ in points]
    down = [y for _, y in points]
    return math.hypot(max(across) - min(across), max(down) - min(down))


def is_straight(points: list[tuple[float, float]]) -> bool:
    """Whether all points lie on one line, give or take a trembling hand."""
    (x0, y0) = points[0]
    x1, y1 = max(points, key=lambda point: math.hypot(point[0] - x0, point[1] - y0))
    length = math.hypot(x1 - x0, y1 - y0)
    if length == 0:
        return True
    return all(abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length <= STRAIGHT * length for x, y in points)


def _side(value: object) -> float:
    if not _is_number(value) or not SMALLEST_PAD <= value <= LARGEST_PAD:  # type: ignore[operator]  # a number by now
        raise StrokesAreUnclear
    return value  # type: ignore[return-value]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -1e9 < value < 1e9
