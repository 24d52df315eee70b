"""Figures as vector paths: every part an outline, marked ones filled, with their number in a disc."""

from __future__ import annotations

from collections.abc import Iterator

from studio.documents.drawing import style
from studio.documents.drawing.document import Corner, Figures, Outline, Part
from studio.documents.drawing.sheet import Shape, Sheet

HEIGHT, GAP, TITLE = 186.0, 20.0, 16.0
MARKED, DISC = (0xC9, 0xCC, 0xC6), 6.4
ROUND = 0.5523
"""How far the points that bend a quarter of a circle lie from its ends."""
Step = tuple[str, tuple[float, ...]]


def draw_figures(block: Figures, sheet: Sheet) -> None:
    """All of them on one page, the first at the margin."""
    sheet.need(HEIGHT + TITLE + 16)
    sheet.y += 8
    x = 0.0
    for outline in block.outlines:
        width = outline.width * HEIGHT / outline.height
        left = sheet.column(x, width)
        for shape in _shapes(outline, left, sheet.y):
            sheet.put(shape)
        _numbers(sheet, outline, left)
        title = sheet.text(outline.title, width + GAP, style.SMALL, ink=style.THIRD)
        sheet.write(title, x, sheet.y + HEIGHT + 4)
        x += width + GAP
    sheet.y += HEIGHT + TITLE + 8


def _shapes(outline: Outline, left: float, top: float) -> Iterator[Shape]:
    """Marked parts filled first, every outline above them."""
    scale = HEIGHT / outline.height
    for part in outline.parts:
        steps = tuple(_path(part, left, top, scale))
        if part.number:
            yield Shape(steps, MARKED)
        yield Shape(steps, style.INK if part.number else style.THIRD, 1.0 if part.number else 0.5)


def _path(part: Part, left: float, top: float, scale: float) -> Iterator[Step]:
    def at(corner: Corner) -> Corner:
        return left + corner[0] * scale, top + corner[1] * scale

    for number, (before, corner, behind) in enumerate(part.corners):
        start, bend, end = at(before), at(corner), at(behind)
        yield ("L" if number else "M"), start
        yield "C", (*_third(start, bend), *_third(end, bend), *end)
    yield "Z", ()


def _third(end: Corner, bend: Corner) -> Corner:
    """What bends a cubic curve as one point bends a quadratic one."""
    return end[0] + (bend[0] - end[0]) * 2 / 3, end[1] + (bend[1] - end[1]) * 2 / 3


def _numbers(sheet: Sheet, outline: Outline, left: float) -> None:
    scale = HEIGHT / outline.height
    for part in outline.parts:
        if not part.number:
            continue
        x, y = _middle(part)
        x, y = left + x * scale, sheet.y + y * scale
        sheet.put(Shape(tuple(_disc(x, y)), style.INK))
        number = sheet.text(str(part.number), 4 * DISC, style.TINY, bold=True, ink=(0xFF, 0xFF, 0xFF))
        wide = number.lines[0].width * number.size
        sheet.write(number, _column(sheet, x - wide / 2, number.width), y - number.leading / 2)


def _column(sheet: Sheet, left: float, width: float) -> float:
    """The column that starts at this place of the page, in either direction of reading."""
    return sheet.size[0] - style.SIDE - width - left if sheet.right_to_left else left - style.SIDE


def _middle(part: Part) -> Corner:
    xs, ys = zip(*(corner for _, corner, _ in part.corners), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _disc(x: float, y: float) -> Iterator[Step]:
    r, k = DISC, DISC * ROUND
    yield "M", (x + r, y)
    yield "C", (x + r, y + k, x + k, y + r, x, y + r)
    yield "C", (x - k, y + r, x - r, y + k, x - r, y)
    yield "C", (x - r, y - k, x - k, y - r, x, y - r)
    yield "C", (x + k, y - r, x + r, y - k, x + r, y)
