"""Draws the figure on screen: one side of a body as an SVG, every place a path of its own."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from studio.clients.figure import HEIGHT, WIDTH, drawing_order, rounded, shape_of


@cache
def path_of(place: str) -> str:
    """The place as the path of an SVG."""
    steps = rounded(shape_of(place))
    return "M" + "L".join(f"{_at(a, 1)}Q{_at(b)} {_at(c, 1)}" for a, b, c in steps) + "Z"


def figure_svg(view: str, marked: Collection[str] = ()) -> str:
    """One side of the figure; `marked` places stand out. Made of numbers and known names only."""
    shapes = "".join(_drawn(place, place in marked) for place in drawing_order(view))
    return f'<svg class="figure" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{shapes}</svg>'


def _drawn(place: str, marked: bool) -> str:
    on = ' class="on"' if marked else ""
    return f'<path data-place="{place}" d="{path_of(place)}"{on}/>'


def _at(corner: tuple[float, float], digits: int | None = None) -> str:
    x, y = corner
    return f"{x:g} {y:g}" if digits is None else f"{x:.{digits}f} {y:.{digits}f}"
