"""The sheet as a PDF: fpdf2 keeps pages, typefaces and pictures, our marks are written into its pages.

Imports fpdf2 and HarfBuzz: `draw` imports this module when the first document is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from fpdf import FPDF
from PIL import Image, UnidentifiedImageError

from studio.documents.drawing import style
from studio.documents.drawing.cuts import Cut, Cuts
from studio.documents.drawing.document import Document
from studio.documents.drawing.ink import Curve, Frame
from studio.documents.drawing.sheet import Mark, Photo, Rule, Shape, Sheet, Strokes, Words
from studio.documents.drawing.style import Colour
from studio.documents.drawing.writing import BOX, Piece


def print_pdf(sheet: Sheet, document: Document) -> bytes:
    """The finished file. The same sheet gives the same bytes."""
    paper = Paper(sheet, document)
    for page in sheet.pages:
        paper.add_page()
        for mark in page:
            paper.mark(mark)
    return bytes(paper.output())


class Paper(FPDF):
    """A PDF whose marks are placed from the top left corner, in points."""

    def __init__(self, sheet: Sheet, document: Document) -> None:
        super().__init__(unit="pt", format=sheet.size)
        self.set_auto_page_break(False)
        self.set_display_mode("default", "default")
        self.set_creation_date(document.made_at)
        self.set_title(_told(document.title))
        self.set_author(_told(document.letterhead.name))
        self.set_subject(_told(document.code))
        self.set_creator("Linework")
        self.set_producer("Linework")
        self.set_lang(re.sub("[^A-Za-z0-9-]", "", document.language)[:35])
        self.cuts = Cuts(self, (mark.line for page in sheet.pages for mark in page if isinstance(mark, Words)))

    def mark(self, mark: Mark) -> None:
        match mark:
            case Words():
                self._words(mark)
            case Rule():
                dash = "[2.4 3] 0 d " if mark.dashed else ""
                self._path(
                    f"{dash}{self._at(mark.x, mark.y)} m {self._at(mark.to_x, mark.to_y)} l S", mark.colour, mark.width
                )
            case Shape():
                steps = " ".join(self._step(letter, numbers) for letter, numbers in mark.steps)
                self._path(f"{steps} {'S' if mark.pen else 'f'}", mark.colour, mark.pen)
            case Strokes():
                self._path(" ".join(self._curves(mark.curves)), mark.colour, style.PEN)
            case Photo():
                self._photo(mark)

    def _words(self, words: Words) -> None:
        x = words.x
        for face, group in groupby(words.line.pieces, key=lambda piece: piece.face):
            pieces = list(group)
            if face is None:
                for number in range(len(pieces)):
                    self._box(x + number * BOX * words.size, words)
            else:
                self._run(self.cuts[face], pieces, x, words)
            x += sum(piece.width for piece in pieces) * words.size

    def _run(self, cut: Cut, pieces: list[Piece], x: float, words: Words) -> None:
        bold = f"2 Tr {words.size * 0.022:.2f} w {_rgb(words.colour)} RG " if cut.face.thicken else ""
        font = self._set_font_for_page(cut.font, words.size, wrap_in_text_object=False)
        shown = " ".join(cut.shown(pieces, words.size))
        self._out(f"q {bold}{_rgb(words.colour)} rg BT {font} {self._at(x, words.y)} Td {shown} ET Q")

    def _box(self, x: float, words: Words) -> None:
        """Stands for what no face can write."""
        em = words.size
        side, height = (BOX - 0.12) * em, 0.68 * em
        self._path(f"{self._at(x + 0.06 * em, words.y)} {side:.2f} {height:.2f} re S", words.colour, em * 0.05)

    def _path(self, steps: str, colour: Colour, pen: float) -> None:
        self._out(f"q 1 J 1 j {pen:.2f} w {_rgb(colour)} RG {_rgb(colour)} rg {steps} Q")

    def _curves(self, curves: tuple[Curve, ...]) -> Iterator[str]:
        """Stretches of one thickness are one path, so that an even pen draws one line."""
        thick = -1.0
        for curve in curves:
            width = round((curve.start.width + curve.end.width) / 2, 1)
            if width != thick:
                yield f"{'S ' if thick >= 0 else ''}{width:.2f} w {self._at(curve.start.x, curve.start.y)} m"
                thick = width
            yield self._step("C", (*curve.bend, curve.end.x, curve.end.y))
        yield "S"

    def _step(self, letter: str, numbers: tuple[float, ...]) -> str:
        if letter == "Z":
            return "h"
        places = " ".join(self._at(numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2))
        return f"{places} {letter.lower()}"

    def _at(self, x: float, y: float) -> str:
        """A place as a PDF counts it, from the foot of the page."""
        return f"{x:.2f} {self.h - y:.2f}"

    def _photo(self, photo: Photo) -> None:
        try:
            with Image.open(BytesIO(photo.data)) as opened:
                picture = opened.convert("RGBA" if "A" in opened.getbands() else "RGB")
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            self._empty(photo.frame)
            return
        frame = photo.frame
        scale = min(frame.width / picture.width, frame.height / picture.height)
        width, height = picture.width * scale, picture.height * scale
        x = frame.x + (frame.width - width if photo.right else 0.0)
        self.image(picture, x=x, y=frame.y + (frame.height - height) / 2, w=width, h=height)

    def _empty(self, frame: Frame) -> None:
        place = f"{self._at(frame.x, frame.y + frame.height)} {frame.width:.2f} {frame.height:.2f} re S"
        self._path(place, style.HAIRLINE, 0.6)


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour)


def _told(text: str) -> str:
    """What a PDF's properties can hold."""
    return re.sub("[\ud800-\udfff\x00-\x1f]", "�", text)[:300]
