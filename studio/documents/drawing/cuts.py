"""Typefaces cut down to what one document needs, handed to fpdf2 with the text each shape stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import uharfbuzz as hb
from fpdf import FPDF
from fpdf.fonts import Glyph as PdfGlyph
from fpdf.fonts import TTFFont

from studio.documents.drawing.faces import Face
from studio.documents.drawing.lines import Line
from studio.documents.drawing.writing import EMPTY, Glyph, Piece

DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "DSIG", "meta", "STAT", "gasp", "kern")
SLACK = 0.6
"""Thousandths of an em a letter may stand aside before it is moved."""


class Cut:
    """One face as this document embeds it."""

    def __init__(self, pdf: FPDF, face: Face, key: str, pieces: Iterable[Piece]) -> None:
        self.face = face
        self._codes: dict[tuple[int, str], tuple[int, float]] = {}
        self._scale = 1000 / face.upem
        glyphs = {glyph.no for piece in pieces for glyph in piece.glyphs if glyph.no != EMPTY}
        self.font, self._places = _embedded(pdf, face, key, glyphs)
        self._space = self._places[face.font.get_nominal_glyph(ord(" ")) or 0]

    def shown(self, pieces: Iterable[Piece], size: float) -> Iterator[str]:
        """The pieces as PDF operators, each letter where HarfBuzz put it.

        Words whose shapes are not their letters one by one say what they are in full as well.
        """
        pen = _Pen(size)
        for piece in pieces:
            spelled = piece.level % 2 or all(map(_plain, piece.glyphs))
            if not spelled:
                yield from pen.told()
                yield f"/Span <</ActualText <FEFF{piece.text.encode('utf-16-be').hex().upper()}>>> BDC"
            for glyph in piece.glyphs:
                yield from pen.moved(glyph, self._scale)
                pen.wrote(*self._code(glyph), glyph.advance * self._scale)
            if not spelled:
                yield from pen.told()
                yield "EMC"
        yield from pen.told()

    def _code(self, glyph: Glyph) -> tuple[int, float]:
        """The glyph's number in the PDF and its width there; a shape that says two things has two numbers."""
        known = self._codes.get((glyph.no, glyph.text))
        if known is None:
            place = self._space if glyph.no == EMPTY else self._places[glyph.no]
            name = self.font.ttfont.getGlyphName(place)
            width = round(self.font.scale * self.font.ttfont["hmtx"].metrics[name][0])
            told = tuple(map(ord, glyph.text))
            code = self.font.subset.pick_glyph(PdfGlyph(place, told, name, width))
            known = self._codes[glyph.no, glyph.text] = (code or 0, float(width))
        return known


class _Pen:
    """Where the PDF's own pen stands beside where the next letter belongs."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._codes: list[str] = []
        self._ahead = self._rise = 0.0

    def moved(self, glyph: Glyph, scale: float) -> Iterator[str]:
        """Go to where this glyph belongs."""
        rise, aside = glyph.dy * scale, round(self._ahead - glyph.dx * scale)
        if abs(rise - self._rise) > SLACK:
            yield from self.told()
            yield f"{rise * self._size / 1000:.2f} Ts"
            self._rise = rise
        if aside:
            self._codes.append(f"{aside}")
            self._ahead -= aside

    def wrote(self, code: int, width: float, advance: float) -> None:
        self._codes.append(f"<{code:04X}>")
        self._ahead += width - advance

    def told(self) -> Iterator[str]:
        """What was written since the last time."""
        if self._codes:
            yield f"[{' '.join(self._codes)}] TJ".replace("> <", "")
            self._codes = []


def _plain(glyph: Glyph) -> bool:
    """One letter on the line, in its turn."""
    return len(glyph.text) == 1 and glyph.advance > 0 and glyph.dx == glyph.dy == 0


class Cuts:
    """Every face a document uses."""

    def __init__(self, pdf: FPDF, lines: Iterable[Line]) -> None:
        pieces: dict[Face, list[Piece]] = {}
        for piece in {id(piece): piece for line in lines for piece in line.pieces}.values():
            if piece.face is not None:
                pieces.setdefault(piece.face, []).append(piece)
        self._cuts = {face: Cut(pdf, face, f"face{no}", pieces[face]) for no, face in enumerate(pieces)}

    def __getitem__(self, face: Face) -> Cut:
        return self._cuts[face]


class _Embedded(TTFFont):
    """A font that was never a file."""

    def __init__(self, pdf: FPDF, data: bytes, key: str) -> None:
        super().__init__(pdf, BytesIO(data), key, "")  # type: ignore[arg-type]  # fontTools reads streams as well


def _embedded(pdf: FPDF, face: Face, key: str, glyphs: set[int]) -> tuple[TTFFont, dict[int, int]]:
    """The cut font within the PDF, and where each glyph stands in it."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.unicode_set.add(ord(" "))
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode()) for tag in DROPPED)
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = hb.SubsetPlan(face.font.face, wanted)
    data = plan.execute().blob.data
    font = _Embedded(pdf, data, key)
    pdf.fonts[key] = font
    return font, dict(plan.old_to_new_glyph_mapping)
