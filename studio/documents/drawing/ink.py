"""Ink as vector paths: strokes fitted into a frame, as thick as the pen was pressed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.documents.drawing.document import Ink

NEAR = 0.15
"""Points of paper: closer ones are the same."""
MOST_POINTS = 20_000
"""Points drawn of one ink at most; a pad sends some hundreds."""


@dataclass(frozen=True)
class Frame:
    """A place on the page, in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Dab:
    """A place the pen passed, and how thick it was there."""

    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Curve:
    """A piece of a stroke: where it starts, the two points that bend it, where it ends."""

    start: Dab
    bend: tuple[float, float, float, float]
    end: Dab


def curves(ink: Ink, frame: Frame, pen: float) -> Iterator[list[Curve]]:
    """Each stroke as smooth curves through its points; a dot is one curve without length."""
    points = sum(len(stroke) for stroke in ink.strokes)
    step = max(1, math.ceil(points / MOST_POINTS))
    for stroke in ink.strokes:
        dabs = _thinned(list(_placed(stroke, ink, frame, pen))[::step])
        if dabs:
            yield _smooth(dabs)


def _placed(stroke: Sequence[Sequence[float | None]], ink: Ink, frame: Frame, pen: float) -> Iterator[Dab]:
    """Fits the whole pad into the frame, so that the ink stands on the paper as it stood on the pad."""
    if not (_measure(ink.width) and _measure(ink.height)):
        return
    scale = min(frame.width / ink.width, frame.height / ink.height)
    left = frame.x + (frame.width - ink.width * scale) / 2
    top = frame.y + (frame.height - ink.height * scale) / 2
    for x, y, *rest in stroke:
        if x is None or y is None or not (math.isfinite(x) and math.isfinite(y)):
            continue
        pressure = rest[1] if len(rest) > 1 else None
        yield Dab(
            left + min(max(x, 0.0), ink.width) * scale,
            top + min(max(y, 0.0), ink.height) * scale,
            pen * _weight(pressure),
        )


def _weight(pressure: float | None) -> float:
    """Half to one and a half times the pen; pens that tell no pressure, or the constant 0.5 of a mouse, draw evenly."""
    if pressure is None or not math.isfinite(pressure):
        return 1.0
    return 0.5 + min(max(pressure, 0.0), 1.0)


def _thinned(dabs: list[Dab]) -> list[Dab]:
    kept = dabs[:1]
    for dab in dabs[1:]:
        if math.hypot(dab.x - kept[-1].x, dab.y - kept[-1].y) >= NEAR:
            kept.append(dab)
    return kept


def _smooth(dabs: list[Dab]) -> list[Curve]:
    """Catmull-Rom through every dab, as Bézier curves."""
    if len(dabs) == 1:
        only = dabs[0]
        return [Curve(only, (only.x, only.y, only.x, only.y), only)]
    padded = [dabs[0], *dabs, dabs[-1]]
    return [_curve(*padded[at : at + 4]) for at in range(len(dabs) - 1)]


def _curve(before: Dab, start: Dab, end: Dab, after: Dab) -> Curve:
    bend = (
        start.x + (end.x - before.x) / 6,
        start.y + (end.y - before.y) / 6,
        end.x - (after.x - start.x) / 6,
        end.y - (after.y - start.y) / 6,
    )
    return Curve(start, bend, end)


def _measure(side: float) -> bool:
    return math.isfinite(side) and side > 0
