"""Drawing: a document of plain values becomes a PDF that can be searched, printed and sealed."""

from __future__ import annotations

from studio.documents.drawing.document import (
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
    Picture,
    Point,
    Signature,
)

__all__ = [
    "Answer",
    "Answers",
    "Block",
    "Clause",
    "Document",
    "Evidence",
    "Facts",
    "Heading",
    "Ink",
    "Letterhead",
    "Paragraph",
    "Picture",
    "Point",
    "Signature",
    "draw",
]


def draw(document: Document) -> bytes:
    """The document as PDF. Never refuses a text: what no typeface can write shows as a box.

    The same document gives the same bytes. The first one takes a second or two, since it loads what drawing needs:
    call it in a worker thread, after what it shows is stored.
    """
    from studio.documents.drawing import blocks, letterhead
    from studio.documents.drawing.paper import print_pdf
    from studio.documents.drawing.sheet import Sheet
    from studio.documents.drawing.writing import Writer, backwards
    from studio.kernel.text import speaking

    sheet = Sheet(document.paper, Writer(document.language), backwards(document.language))
    sheet.turn()
    letterhead.title(sheet, document)
    blocks.lay(sheet, document.blocks)
    with speaking(document.language):
        letterhead.dress(sheet, document)
    return print_pdf(sheet, document)
