"""The sheet: where the next thing goes, when a page is full, and what stands on each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from studio.documents.drawing import style
from studio.documents.drawing.ink import Curve, Frame
from studio.documents.drawing.lines import Line, lines_of
from studio.documents.drawing.style import Colour
from studio.documents.drawing.writing import Writer

Align = Literal["start", "end"]


@dataclass(frozen=True)
class Words:
    """A line of text, its baseline at y."""

    x: float
    y: float
    line: Line
    size: float
    colour: Colour


@dataclass(frozen=True)
class Rule:
    """A straight line, dashed where one signs."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float
    colour: Colour
    dashed: bool = False


@dataclass(frozen=True)
class Shape:
    """A path: filled when it has no pen."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    colour: Colour
    pen: float = 0.0


@dataclass(frozen=True)
class Strokes:
    curves: tuple[Curve, ...]
    colour: Colour


@dataclass(frozen=True)
class Photo:
    """A picture as large as its frame allows, at the frame's left or right side."""

    frame: Frame
    data: bytes
    right: bool = False


Mark = Words | Rule | Shape | Strokes | Photo


@dataclass(frozen=True)
class Text:
    """Text laid out in a column, not yet placed."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    width: float
    colour: Colour

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


@dataclass
class Sheet:
    """Pages from first to last; y grows downwards."""

    paper: str
    writer: Writer
    right_to_left: bool
    pages: list[list[Mark]] = field(default_factory=list)
    y: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        return style.PAPERS.get(self.paper, style.PAPERS["A4"])

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size[0] - 2 * style.SIDE

    @property
    def left(self) -> float:
        return self.size[1] - style.FOOT - self.y

    def turn(self) -> None:
        """A new page."""
        self.pages.append([])
        self.y = style.TOP if len(self.pages) > 1 else style.FIRST

    def need(self, height: float) -> None:
        """Turn the page unless so much still fits; what fits on no page starts where it is."""
        room = self.size[1] - style.FOOT - style.TOP
        if self.left < min(height, room) - 1e-6:
            self.turn()

    def text(
        self, words: str, width: float, kind: tuple[float, float], *, bold: bool = False, ink: Colour = style.INK
    ) -> Text:
        """Lay text out in a column; its direction is its own, that of the document where it has none."""
        size, leading = kind
        lines = lines_of(self.writer, words, width / size, bold)
        return Text(tuple(lines), size, leading, width, ink)

    def write(self, text: Text, x: float, y: float, align: Align = "start", follow: bool = False) -> None:
        """Put the lines down, the first below y. `follow` aligns a paragraph to the side its own script starts from."""
        for at, line in enumerate(text.lines):
            baseline = y + at * text.leading + text.leading / 2 + text.size * 0.36
            self.put(Words(self._start(x, text, line, align, follow), baseline, line, text.size, text.colour))

    def flow(self, text: Text, x: float, *, follow: bool = True) -> None:
        """Write down the page, over as many pages as it takes."""
        for line in text.lines:
            self.need(text.leading)
            self.write(Text((line,), text.size, text.leading, text.width, text.colour), x, self.y, follow=follow)
            self.y += text.leading

    def put(self, mark: Mark) -> None:
        self.pages[-1].append(mark)

    def rule(self, x: float, width: float, colour: Colour = style.HAIRLINE, thick: float = 0.6) -> None:
        """A line across a column, here."""
        start = self.column(x, width)
        self.put(Rule(start, self.y, start + width, self.y, thick, colour))

    def column(self, x: float, width: float) -> float:
        """Where a column starts that lies x from the margin; mirrored in documents read from right to left."""
        return self.size[0] - style.SIDE - x - width if self.right_to_left else style.SIDE + x

    def _start(self, x: float, text: Text, line: Line, align: Align, follow: bool) -> float:
        column = self.column(x, text.width)
        right = (line.right_to_left if follow else self.right_to_left) != (align == "end")
        return column + text.width - line.width * text.size if right else column
