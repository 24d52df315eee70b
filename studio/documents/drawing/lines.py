"""From a paragraph to lines that fit: where words may part, and in which order a line is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studio.documents.drawing.faces import unseen
from studio.documents.drawing.writing import Piece, Writer, clusters, levels_of, tidy

WORD = re.compile(r"[ \u1680\u2000-\u200a\u205f]+|[^ \u1680\u2000-\u200a\u205f]+")
WIDE = re.compile(
    "[\u2e80-\u2fdf\u3005-\u30ff\u3100-\u31ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
NEVER_FIRST = frozenset("、。，．・：；？！ー）」』】〕〉》’”…‥々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}")
NEVER_LAST = frozenset("（「『【〔〈《‘“([{")
AFTER = re.compile(r"(?<=[-–—/])(?=[^\W\d_])")


@dataclass(frozen=True)
class Line:
    """Pieces from left to right, and their width in ems."""

    pieces: tuple[Piece, ...]
    width: float
    right_to_left: bool


@dataclass(frozen=True)
class _Atom:
    """What is never parted: a word, an ideograph, a stretch of spaces."""

    pieces: tuple[Piece, ...]
    width: float
    space: bool


def lines_of(writer: Writer, text: str, width: float, bold: bool, right_to_left: bool | None = None) -> list[Line]:
    """The text in lines at most `width` ems wide, at least one. Words that are wider are parted between letters."""
    return [
        line
        for paragraph in tidy(text).split("\n")
        for line in _paragraph(writer, paragraph, width, bold, right_to_left)
    ]


def _paragraph(writer: Writer, text: str, width: float, bold: bool, right_to_left: bool | None) -> Iterator[Line]:
    levels, backwards = levels_of(text, right_to_left)
    row: list[_Atom] = []
    filled = 0.0
    for atom in _atoms(writer, text, levels, bold, width):
        if filled + atom.width > width + 1e-6 and row and not atom.space:
            yield _line(row, backwards)
            row, filled = [], 0.0
        if row or not atom.space:
            row.append(atom)
            filled += atom.width
    yield _line(row, backwards)


def _atoms(writer: Writer, text: str, levels: tuple[int, ...], bold: bool, width: float) -> Iterator[_Atom]:
    for match in WORD.finditer(text):
        space = match[0][0] in " \u1680\u205f" or "\u2000" <= match[0][0] <= "\u200a"
        for start, end in [match.span()] if space else _parts(text, *match.span()):
            atom = _atom(writer, text[start:end], levels[start:end], bold, space)
            yield from (
                [atom] if space or atom.width <= width else _letters(writer, text, start, end, levels, bold, width)
            )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a word may part without harm: between ideographs, after a hyphen or slash."""
    word, begin = text[start:end], 0
    cuts = range(1, len(word)) if WIDE.search(word) else (cut.start() for cut in AFTER.finditer(word))
    for cut in cuts:
        if AFTER.match(word, cut) or _between_ideographs(word[cut - 1], word[cut]):
            yield start + begin, start + cut
            begin = cut
    yield start + begin, end


def _between_ideographs(before: str, after: str) -> bool:
    wide = WIDE.match(before) or WIDE.match(after)
    return bool(wide) and after not in NEVER_FIRST and before not in NEVER_LAST and not unseen(after)


def _letters(
    writer: Writer, text: str, start: int, end: int, levels: tuple[int, ...], bold: bool, width: float
) -> Iterator[_Atom]:
    """A word wider than the line, in stretches that fit."""
    begin = at = start
    for cluster in clusters(text[start:end]):
        fits = (
            begin == at
            or _atom(writer, text[begin : at + len(cluster)], levels[begin : at + len(cluster)], bold, False).width
            <= width
        )
        if not fits:
            yield _atom(writer, text[begin:at], levels[begin:at], bold, False)
            begin = at
        at += len(cluster)
    yield _atom(writer, text[begin:end], levels[begin:end], bold, False)


def _atom(writer: Writer, text: str, levels: tuple[int, ...], bold: bool, space: bool) -> _Atom:
    pieces = writer.pieces(text, bold, levels)
    return _Atom(pieces, sum(piece.width for piece in pieces), space)


def _line(row: list[_Atom], backwards: bool) -> Line:
    while row and row[-1].space:
        row.pop()
    pieces = [piece for atom in row for piece in atom.pieces]
    return Line(tuple(_seen(pieces)), sum(piece.width for piece in pieces), backwards)


def _seen(pieces: list[Piece]) -> list[Piece]:
    """From the order of writing to the order on paper: the deepest stretches are turned around first."""
    deepest = max((piece.level for piece in pieces), default=0)
    for level in range(deepest, 0, -1):
        turned: list[Piece] = []
        stretch: list[Piece] = []
        for piece in pieces:
            if piece.level >= level:
                stretch.append(piece)
            else:
                turned += [*reversed(stretch), piece]
                stretch = []
        pieces = [*turned, *reversed(stretch)]
    return pieces
