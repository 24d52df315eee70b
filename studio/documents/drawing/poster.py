"""A standing sign: a code large enough to be scanned from two steps away, and a few words in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from studio.documents.drawing import marks, style
from studio.documents.drawing.document import Document, Letterhead
from studio.documents.drawing.ink import Frame
from studio.documents.drawing.sheet import Photo, Shape, Sheet, Text, Words
from studio.documents.drawing.style import Colour

QUIET = 4
"""Empty modules around a code, without which phones do not find it."""
LOGO, CODE = 0.07, 0.56
"""Height of the mark by that of the sheet, width of the code by that of the sheet."""


@dataclass(frozen=True)
class Saying:
    """What the sign says in one language."""

    language: str
    title: str
    line: str


@dataclass(frozen=True)
class Poster:
    """Plain values; the same ones give the same bytes. `typed` is the address for those who would rather type."""

    letterhead: Letterhead
    address: str
    typed: str
    sayings: tuple[Saying, ...]
    foot: str
    made_at: datetime
    paper: str = "A4"


def draw_poster(poster: Poster) -> bytes:
    """The sign as a PDF of one page, A4 or A5. Loads what drawing needs: call it in a worker thread."""
    from studio.documents.drawing.paper import print_pdf
    from studio.documents.drawing.writing import Writer

    sheet = Sheet(poster.paper, Writer(poster.sayings[0].language), right_to_left=False)
    sheet.turn()
    sign = _Sign(sheet, poster)
    sign.head()
    sign.title(poster.sayings[0])
    sign.code()
    sign.words()
    sign.foot()
    return print_pdf(sheet, _told(poster))


class _Sign:
    """One sign, from top to bottom; every measure follows the size of the sheet."""

    def __init__(self, sheet: Sheet, poster: Poster) -> None:
        self.sheet, self.poster = sheet, poster
        self.width, self.height = sheet.size
        self.unit = self.height / 842.0
        self.accent = style.colour(poster.letterhead.accent, style.ACCENT)

    def head(self) -> None:
        """The studio's own mark and name."""
        self.sheet.y, size = 44 * self.unit, LOGO * self.height
        logo = self.poster.letterhead.logo
        if logo:
            frame = Frame((self.width - self.width * 0.5) / 2, self.sheet.y, self.width * 0.5, size)
            self.sheet.put(Photo(_amid(logo, frame), logo))
        else:
            x = (self.width - size) / 2
            self.sheet.put(Shape(tuple(marks.placed(marks.PEN, x, self.sheet.y, size)), style.INK))
            self.sheet.put(Shape(tuple(marks.placed(marks.LOOP, x, self.sheet.y, size)), self.accent, size / 16))
        self.sheet.y += size + 14 * self.unit
        self._line(self.poster.letterhead.name, 22, bold=True, most=1)
        self.sheet.y += 14 * self.unit

    def title(self, saying: Saying) -> None:
        """What one reads from across the room."""
        self._line(saying.title, 36, bold=True, most=2)
        self.sheet.y += 2 * self.unit

    def code(self) -> None:
        """Black on white whatever the studio's colour: that is what cameras read best."""
        rows = _modules(self.poster.address)
        side = CODE * self.width
        step, left = side / (len(rows) + 2 * QUIET), (self.width - side) / 2
        for row, cells in enumerate(rows):
            for begin, end in _runs(cells):
                x, y = left + (QUIET + begin) * step, self.sheet.y + (QUIET + row) * step
                to_x, to_y = left + (QUIET + end) * step, y + step * 1.02
                box = (("M", (x, y)), ("L", (to_x, y)), ("L", (to_x, to_y)), ("L", (x, to_y)), ("Z", ()))
                self.sheet.put(Shape(box, (0, 0, 0)))
        self.sheet.y += side
        self._line(self.poster.typed, 13, ink=style.SECOND, most=2)
        self.sheet.y += 20 * self.unit

    def words(self) -> None:
        """How it goes, in every language; the others come with a title of their own."""
        for at, saying in enumerate(self.poster.sayings):
            if at:
                self._line(saying.title, 18, bold=True, most=2)
            self._line(saying.line, 13 if at else 16, ink=style.SECOND, most=4)
            self.sheet.y += 14 * self.unit

    def foot(self) -> None:
        if self.poster.foot:
            self.sheet.y = max(self.sheet.y, self.height - 84 * self.unit)
            self._line(self.poster.foot, 15, bold=True, most=2, ink=self.accent)

    def _line(self, words: str, size: float, *, most: int, bold: bool = False, ink: Colour = style.INK) -> None:
        """Centred, smaller where it would need more lines than that."""
        width, big = self.width * 0.82, size * self.unit
        laid = self._laid(words, width, big, bold, ink)
        while len(laid.lines) > most and big > 7:
            big *= 0.9
            laid = self._laid(words, width, big, bold, ink)
        for line in laid.lines:
            x = (self.width - line.width * laid.size) / 2
            self.sheet.put(Words(x, self.sheet.y + laid.leading / 2 + laid.size * 0.36, line, laid.size, laid.colour))
            self.sheet.y += laid.leading

    def _laid(self, words: str, width: float, size: float, bold: bool, ink: Colour) -> Text:
        return self.sheet.text(words, width, (size, size * 1.3), bold=bold, ink=ink)


def _modules(address: str) -> list[list[bool]]:
    """The code, dark or not, row by row; a quarter of it may be dirty or torn."""
    import segno

    return [[bool(cell) for cell in row] for row in segno.make_qr(address, error="q").matrix]


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Dark cells side by side as one: fewer hairlines between them when printed."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(cells):
        if dark and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif dark:
            runs.append((at, at + 1))
    return runs


def _amid(logo: bytes, frame: Frame) -> Frame:
    """The part of the frame the picture fills when it stands in the middle."""
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(logo)) as opened:
            wide = opened.width * min(frame.width / opened.width, frame.height / opened.height)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return frame
    return Frame(frame.x + (frame.width - wide) / 2, frame.y, wide, frame.height)


def _told(poster: Poster) -> Document:
    """What the file's properties say."""
    first = poster.sayings[0]
    return Document(first.title, "", first.language, poster.made_at, poster.letterhead, (), paper=poster.paper)
