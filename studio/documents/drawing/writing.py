"""From text to shaped pieces: direction, typeface and glyphs of every word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from studio.documents.drawing.faces import Face, face_for, unseen

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
FEATURES = {"kern": True, "liga": True, "cv05": True, "cv10": True, "ss03": True}
EMPTY = -1
"""A glyph that shows nothing and only says something."""
BOX = 0.62
"""Width of the box that stands for what no face can write, in ems."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape: `text` is what it stands for, empty where its neighbours already say it all."""

    no: int
    advance: int
    dx: int
    dy: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one face and one direction, shaped; without a face it is a box. Width in ems."""

    face: Face | None
    text: str
    level: int
    glyphs: tuple[Glyph, ...]
    width: float


@dataclass
class Writer:
    """Shapes words, each once per document."""

    language: str
    _known: dict[tuple[str, bool, int], tuple[Piece, ...]] = field(default_factory=dict)

    def pieces(self, word: str, bold: bool, levels: tuple[int, ...]) -> tuple[Piece, ...]:
        """The word shaped, in the order it was written; `levels` tells the direction of each letter."""
        if len(set(levels)) > 1:
            return tuple(piece for run, level in _runs(word, levels) for piece in self._shaped(run, bold, level))
        return self._shaped(word, bold, levels[0] if levels else 0)

    def _shaped(self, run: str, bold: bool, level: int) -> tuple[Piece, ...]:
        known = self._known.get((run, bold, level))
        if known is None:
            known = tuple(self._piece(face, text, level) for face, text in _by_face(run, bold))
            self._known[run, bold, level] = known
        return known

    def _piece(self, face: Face | None, text: str, level: int) -> Piece:
        if face is None:
            return Piece(None, text, level, (), BOX)
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if level % 2 else "ltr"
        buffer.language = self.language
        hb.shape(face.font, buffer, FEATURES)
        glyphs = tuple(_glyphs(text, buffer, level % 2 == 1))
        return Piece(face, text, level, glyphs, sum(glyph.advance for glyph in glyphs) / face.upem)


def levels_of(text: str, right_to_left: bool | None = None) -> tuple[tuple[int, ...], bool]:
    """How deep each letter is nested in the other direction (even: left to right), and the paragraph's direction."""
    if not RIGHT_TO_LEFT.search(text) and not right_to_left:
        return (0,) * len(text), False
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    base = None if right_to_left is None else TextDirection.RTL if right_to_left else TextDirection.LTR
    paragraph = BidiParagraph(text, base, preserve_bn_chars=True)
    levels = [paragraph.base_embedding_level] * len(text)
    for letter in paragraph.characters:
        levels[letter.character_index] = letter.embedding_level
    return tuple(levels), paragraph.base_embedding_level == 1


def backwards(language: str) -> bool:
    """Whether the language is read from right to left."""
    return language.lower().split("-")[0] in {"ar", "he", "fa", "ur", "ps", "yi", "dv", "syr", "ckb", "sd", "ug"}


def clusters(text: str) -> Iterator[str]:
    """Letters with all that belongs to them: accents, joined emoji, flags, jamo."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _belongs(text, at, start):
            yield text[start:at]
            start = at


def tidy(text: str) -> str:
    """What can be drawn of a text: tabs as spaces, one kind of line end, nothing that turns letters around."""
    text = re.sub("\r\n|[\r\v\f\x85\u2028\u2029]", "\n", text).replace("\t", "    ")
    return re.sub("[\u202a-\u202e]", "", text)


def _by_face(run: str, bold: bool) -> Iterator[tuple[Face | None, str]]:
    chosen = [(face_for(cluster, bold), cluster) for cluster in clusters(run) if not all(map(unseen, cluster))]
    for face, group in groupby(chosen, key=lambda pair: pair[0]):
        if face is None:
            yield from ((None, cluster) for _, cluster in group)
        else:
            yield face, "".join(cluster for _, cluster in group)


def _glyphs(text: str, buffer: Any, backwards: bool) -> Iterator[Glyph]:
    """Shapes from left to right. What a cluster says is dealt out among its shapes, so that the text can be found again
    by programs that read shapes one by one; letters that have no shape of their own ride on an empty one."""
    shapes = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in shapes})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groupby(shapes, key=lambda shape: int(shape[0].cluster)):
        cluster = list(group)
        letters = text[start : ends[start]][:: -1 if backwards else 1]
        for at, (info, place) in enumerate(cluster):
            yield Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, letters[at : at + 1])
        yield from _riding(letters[len(cluster) :], sum(place.x_advance for _, place in cluster))


def _riding(letters: str, width: int) -> Iterator[Glyph]:
    """Letters of a ligature beyond its first, spread over its width."""
    for at, letter in enumerate(letters, start=1):
        yield Glyph(EMPTY, 0, round(-width * (1 - at / (len(letters) + 1))), 0, letter)


def _runs(word: str, levels: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    start = 0
    for level, group in groupby(levels):
        length = len(list(group))
        yield word[start : start + length], level
        start += length


def _belongs(text: str, at: int, start: int) -> bool:
    letter, before = text[at], text[at - 1]
    return (
        unicodedata.category(letter) in ("Mn", "Mc", "Me")
        or unseen(letter)
        or (before == "\u200d" and unicodedata.category(letter) == "So")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or (_flag(letter) and _flag(before) and (at - start) % 2 == 1)
        or ("\u1160" <= letter <= "\u11ff" and "\u1100" <= before <= "\u11ff")
    )


def _flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
