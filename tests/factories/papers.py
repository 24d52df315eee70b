"""Made-up documents, and what other programs make of a PDF."""

from __future__ import annotations

import math
import shutil
import subprocess
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studio.documents.drawing import (
    Answer,
    Answers,
    Block,
    Clause,
    Document,
    Evidence,
    Facts,
    Heading,
    Ink,
    Letterhead,
    Paragraph,
    Signature,
)

MADE = datetime(2026, 11, 21, 10, 2, tzinfo=UTC)


def scrawl(strokes: int = 3, points: int = 40, pressure: float | None = None) -> Ink:
    """Something a hand might have drawn."""
    return Ink(
        600,
        200,
        tuple(
            tuple(
                (60 + 150 * stroke + 3 * at, 100 + 50 * math.sin(at / 5 + stroke), 12 * at, pressure)
                for at in range(points)
            )
            for stroke in range(strokes)
        ),
    )


def paper(
    *blocks: Block, language: str = "en", title: str = "Consent to a tattoo", studio: str = "North Quay"
) -> Document:
    """A document of these blocks."""
    head = Letterhead(studio, ("4 North Quay, Whitby",))
    return Document(title, "CS-0001", language, MADE, head, blocks, footer="Version 7")


def consent(name: str = "Ana Pereira") -> Document:
    """A small one with a block of every kind people sign."""
    return paper(
        Facts((("Legal name", name), ("Born", "14 March 1995")), abreast=True),
        Heading("Clauses", "Each was initialled."),
        *(
            Clause(str(no), f"Clause {no}", "A tattoo is permanent. " * 12, scrawl(2, 12), "10:01")
            for no in range(1, 8)
        ),
        Answers((Answer("An allergy?", "Yes", "Latex", marked=True), Answer("Pregnant?", "No"))),
        Paragraph("By signing I agree."),
        Signature(name, "Client", "10:02", scrawl(pressure=0.7)),
        Signature("Mara Lindqvist", "Artist", "10:03", scrawl()),
        Evidence("Evidence", (("Packet SHA-256", "ab" * 32),)),
    )


def words_in(pdf: bytes, folder: Path) -> str:
    """The text another program finds in it, without the marks it adds for direction."""
    tool("pdftotext")
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    found = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    plain = "".join(letter for letter in found if letter not in "\u202a\u202b\u202c\u200e\u200f")
    return unicodedata.normalize("NFC", plain)


def tool(name: str) -> None:
    """Skip, and say so, where the machine lacks it."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
