"""Where hands have been: signatures on their line, initials beside a clause."""

from __future__ import annotations

from collections.abc import Sequence

from studio.documents.drawing import marks, style
from studio.documents.drawing.document import Ink, Signature
from studio.documents.drawing.ink import Frame, curves
from studio.documents.drawing.sheet import Rule, Shape, Sheet, Strokes, Text

INITIALS, GAP = 92.0, 24.0
TALLEST = 260.0
"""What is taller does not stand beside something else, it runs on below and over pages."""


def signatures(sheet: Sheet, signed: Sequence[Signature]) -> None:
    """Two abreast, one alone over the whole width of half the page."""
    half = (sheet.width - GAP) / 2
    for at in range(0, len(signed), 2):
        cells = [_signed(sheet, one, half) for one in signed[at : at + 2]]
        height = max(map(tall, cells))
        sheet.need(min(height, TALLEST) + 128)
        sheet.y += 14
        for number, one in enumerate(signed[at : at + 2]):
            _pad(sheet, one.ink, sheet.column(number * (half + GAP), half), half)
            if height <= TALLEST:
                stack(sheet, cells[number], number * (half + GAP), sheet.y + 98)
        sheet.y += 98
        for text in (text for cell in cells for text in cell) if height > TALLEST else ():
            sheet.flow(text, 0)
        sheet.y += 8 + (height if height <= TALLEST else 0)


def _signed(sheet: Sheet, signature: Signature, width: float) -> list[Text]:
    return [
        sheet.text(signature.who, width, style.STRONG, bold=True),
        sheet.text(signature.role, width, style.SMALL, ink=style.SECOND),
        sheet.text(signature.at, width, style.SMALL, ink=style.THIRD),
    ]


def _pad(sheet: Sheet, ink: Ink | None, x: float, width: float) -> None:
    top, line = sheet.y, sheet.y + 67
    sheet.put(_box(x, top, width, 92))
    sheet.put(Rule(x + 12, line, x + width - 12, line, 0.6, style.RULE, dashed=True))
    sheet.put(Shape(tuple(marks.placed(marks.CROSS, x + 9, line - 17, 14)), style.THIRD, 0.8))
    _draw_ink(sheet, ink, Frame(x + 6, top + 4, width - 12, 84), style.PEN)


def initials(sheet: Sheet, ink: Ink | None, label: str, top: float) -> None:
    """A small pad at the end of the line, its label below."""
    x = sheet.column(sheet.width - INITIALS, INITIALS)
    sheet.put(_box(x, top, INITIALS, 46))
    sheet.put(Rule(x + 10, top + 36, x + INITIALS - 10, top + 36, 0.6, style.RULE, dashed=True))
    _draw_ink(sheet, ink, Frame(x + 4, top + 3, INITIALS - 8, 40), style.PEN)
    if label:
        sheet.write(sheet.text(label, INITIALS, style.TINY, ink=style.THIRD), sheet.width - INITIALS, top + 47)


def _draw_ink(sheet: Sheet, ink: Ink | None, frame: Frame, pen: float) -> None:
    for stroke in curves(ink, frame, pen) if ink else ():
        sheet.put(Strokes(tuple(stroke), style.INK))


def _box(x: float, y: float, width: float, height: float) -> Shape:
    """A frame with round corners."""
    r, b = 4.0, 4.0 * 0.45
    steps = (
        ("M", (x + r, y)),
        ("L", (x + width - r, y)),
        ("C", (x + width - b, y, x + width, y + b, x + width, y + r)),
        ("L", (x + width, y + height - r)),
        ("C", (x + width, y + height - b, x + width - b, y + height, x + width - r, y + height)),
        ("L", (x + r, y + height)),
        ("C", (x + b, y + height, x, y + height - b, x, y + height - r)),
        ("L", (x, y + r)),
        ("C", (x, y + b, x + b, y, x + r, y)),
        ("Z", ()),
    )
    return Shape(steps, style.RULE, 0.6)


def tall(texts: Sequence[Text]) -> float:
    """Their height, one below the other."""
    return sum(text.height for text in texts)


def stack(sheet: Sheet, texts: Sequence[Text], x: float, y: float) -> None:
    """Write one below the other; they stay on this page."""
    for text in texts:
        sheet.write(text, x, y)
        y += text.height
