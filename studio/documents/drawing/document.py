"""What a document is made of: plain values, handed in by whoever knows what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Point = tuple[float, float, float, float | None]
"""x and y on the pad, milliseconds since the first touch, pressure from 0 to 1 where the pen told it."""


@dataclass(frozen=True)
class Ink:
    """What a hand drew: strokes on a pad of this size. One without strokes leaves its place empty."""

    width: float
    height: float
    strokes: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Heading:
    """Begins a part; never stands alone at the foot of a page."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Paragraph:
    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Clause:
    """A numbered clause in its exact words, with the initials beside it."""

    number: str
    title: str
    text: str
    initials: Ink | None = None
    label: str = ""
    """Below the initials: when they were given, say."""


@dataclass(frozen=True)
class Facts:
    """Rows of a label and its value; `abreast` sets two rows side by side."""

    rows: tuple[tuple[str, str], ...]
    abreast: bool = False


@dataclass(frozen=True)
class Answer:
    """A question, the answer given, and what was added to it; `marked` asks the reader to look."""

    question: str
    answer: str
    detail: str = ""
    marked: bool = False


@dataclass(frozen=True)
class Answers:
    rows: tuple[Answer, ...]


@dataclass(frozen=True)
class Signature:
    """Who signed as what and when. Two that follow each other stand side by side."""

    who: str
    role: str
    at: str
    ink: Ink | None


@dataclass(frozen=True)
class Evidence:
    """On a page of its own: how the document came about, digests in full."""

    title: str
    rows: tuple[tuple[str, str], ...]
    lead: str = ""


@dataclass(frozen=True)
class Picture:
    """A JPEG or PNG. What cannot be read as one leaves an empty frame."""

    data: bytes
    caption: str = ""
    height: float = 180.0


Corner = tuple[float, float]


@dataclass(frozen=True)
class Part:
    """A closed shape: before, at and behind each of its round corners. One with a number is marked."""

    corners: tuple[tuple[Corner, Corner, Corner], ...]
    number: int = 0


@dataclass(frozen=True)
class Outline:
    """A figure seen from one side, in units of its own."""

    title: str
    width: float
    height: float
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Figures:
    """A figure from a side or more, side by side; marked parts carry their number."""

    outlines: tuple[Outline, ...]


Block = Heading | Paragraph | Clause | Facts | Answers | Signature | Evidence | Picture | Figures


@dataclass(frozen=True)
class Letterhead:
    """Who the paper is from. Without a logo it bears our mark."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    accent: str = "#0b5a75"


@dataclass(frozen=True)
class Document:
    """The same values give the same bytes, whenever and wherever they are drawn with this version."""

    title: str
    code: str
    language: str
    made_at: datetime
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: str = ""
    """At the foot of every page: template and version, say."""
    paper: str = "A4"
    """A4 or Letter."""
