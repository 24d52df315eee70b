"""What stands at the top and foot of every page, and the title on the first."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from studio.documents.drawing import marks, style
from studio.documents.drawing.document import Document
from studio.documents.drawing.ink import Frame
from studio.documents.drawing.sheet import Photo, Shape, Sheet, Text
from studio.kernel.text import t

LOGO = 34.0
WIDEST_LOGO = 4.0
"""How often its height a logo may be wide before it is made smaller."""


def title(sheet: Sheet, document: Document) -> None:
    """The document's name, large, with its code and what it is about."""
    name = sheet.text(document.title, sheet.width, style.TITLE, bold=True)
    sheet.flow(name, 0)
    if document.subtitle:
        sheet.y += 2
        sheet.flow(sheet.text(document.subtitle, sheet.width, style.BODY, ink=style.SECOND), 0)
    sheet.y += 12


def dress(sheet: Sheet, document: Document) -> None:
    """Heads and feet, once it is known how many pages there are."""
    pages, end = sheet.pages, sheet.y
    for number, page in enumerate(pages, start=1):
        # every page in turn is the last one for a moment: marks are always put on the last
        sheet.pages = [*pages[: number - 1], page]
        _head(sheet, document, first=number == 1)
        _foot(sheet, document, t("Page {page} of {pages}", page=number, pages=len(pages)))
    sheet.pages, sheet.y = pages, end


def _head(sheet: Sheet, document: Document, first: bool) -> None:
    size, top = (LOGO, 40.0) if first else (16.0, 44.0)
    taken = _emblem(sheet, document, size, top)
    if first:
        name = _one(sheet, document.letterhead.name, sheet.width * 0.55 - taken, style.SECTION, bold=True)
        lines = [
            _one(sheet, line, sheet.width * 0.42, style.SMALL, ink=style.THIRD)
            for line in document.letterhead.lines[:4]
        ]
        sheet.write(name, taken, top + (size - name.height) / 2)
        y = top + (size - sum(line.height for line in lines)) / 2
        for line in lines:
            sheet.write(line, sheet.width * 0.58, y, align="end")
            y += line.height
        sheet.y = 92.0
    else:
        name = _one(sheet, document.letterhead.name, sheet.width * 0.5 - taken, style.SMALL, bold=True)
        sheet.write(name, taken, top + 2)
        sheet.write(
            _one(sheet, document.title, sheet.width * 0.48, style.SMALL, ink=style.THIRD),
            sheet.width * 0.52,
            top + 2,
            "end",
        )
        sheet.y = 68.0
    sheet.rule(0, sheet.width, style.RULE)


def _emblem(sheet: Sheet, document: Document, size: float, top: float) -> float:
    """The studio's logo, else our mark; tells how much room it took."""
    if document.letterhead.logo:
        width = size * min(max(_breadth(document.letterhead.logo), 0.5), WIDEST_LOGO)
        sheet.put(Photo(Frame(sheet.column(0, width), top, width, size), document.letterhead.logo, sheet.right_to_left))
        return width + 10
    bare = size * 7 / 24  # the mark's own empty left side
    x = sheet.column(0, size) - (0 if sheet.right_to_left else bare)
    accent = style.colour(document.letterhead.accent, style.ACCENT)
    sheet.put(Shape(tuple(marks.placed(marks.PEN, x, top, size)), style.INK))
    sheet.put(Shape(tuple(marks.placed(marks.LOOP, x, top, size)), accent, 1.5 * size / 24))
    return size - bare + (8 if size > 20 else 5)


def _breadth(picture: bytes) -> float:
    """Width by height; that of a sheet of paper for what cannot be read."""
    try:
        with Image.open(BytesIO(picture)) as opened:
            return opened.width / opened.height
    except (OSError, ValueError, SyntaxError, ZeroDivisionError, Image.DecompressionBombError):
        return 0.7


def _foot(sheet: Sheet, document: Document, page: str) -> None:
    sheet.y = sheet.size[1] - 52
    sheet.rule(0, sheet.width)
    words = " · ".join(part for part in (document.code, document.footer) if part)
    left = _one(sheet, words, sheet.width * 0.75, style.TINY, ink=style.THIRD)
    right = _one(sheet, page, sheet.width * 0.24, style.TINY, ink=style.THIRD)
    sheet.write(left, 0, sheet.y + 6)
    sheet.write(right, sheet.width * 0.76, sheet.y + 6, align="end")


def _one(
    sheet: Sheet,
    words: str,
    width: float,
    kind: tuple[float, float],
    *,
    bold: bool = False,
    ink: style.Colour = style.INK,
) -> Text:
    """What fits one line: heads and feet have no room for more, and all of it stands in the document."""
    text, most = sheet.text(words, width, kind, bold=bold, ink=ink), len(words)
    while len(text.lines) > 1 and most > 1:
        most = most * 4 // 5
        text = sheet.text(words[:most].rstrip() + "…", width, kind, bold=bold, ink=ink)
    return text
