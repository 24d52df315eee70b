"""Ink from a pad as a picture: black on white, small enough to keep beside a record."""

from __future__ import annotations

from io import BytesIO
from math import isfinite
from typing import Any

from components.signature.signature import Strokes

WIDTH, MARGIN, LINE = 800, 16, 3
MOST = 20_000
"""So many points are more ink than any name needs."""


def png_of(strokes: Strokes | None) -> bytes | None:
    """A PNG of the ink, cut to it; None where nothing was drawn, or nothing that can be read."""
    from PIL import Image, ImageDraw

    lines = [line for line in map(_points, (strokes or {}).get("strokes") or ()) if len(line) > 1]
    points = [point for line in lines for point in line]
    if not points or len(points) > MOST:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, tall = max(x for x, _ in points) - left or 1, max(y for _, y in points) - top or 1
    scale = (WIDTH - 2 * MARGIN) / max(wide, tall)
    sheet = Image.new("L", (round(wide * scale) + 2 * MARGIN, round(tall * scale) + 2 * MARGIN), 255)
    pen = ImageDraw.Draw(sheet)
    for line in lines:
        pen.line([((x - left) * scale + MARGIN, (y - top) * scale + MARGIN) for x, y in line], fill=0, width=LINE)
    kept = BytesIO()
    sheet.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _points(stroke: Any) -> list[tuple[float, float]]:
    """Places of one stroke; what is no number is left out."""
    if not isinstance(stroke, list):
        return []
    told = [point[:2] for point in stroke if isinstance(point, list) and len(point) > 1]
    return [(float(x), float(y)) for x, y in told if _is_number(x) and _is_number(y)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and abs(value) < 1e6
