"""A paper as a PDF with the studio's letterhead, searchable, the same bytes for the same edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from studio.documents.drawing.document import Block, Document, Heading, Paragraph
from studio.documents.letterhead import letterhead, paper_size
from studio.documents.papers.content import parts_of
from studio.documents.papers.shown import PaperText
from studio.kernel.house import House
from studio.kernel.text import speaking, t


def document_of(place: House, paper: PaperText, at: datetime) -> Document:
    """The text as plain blocks, ready to be drawn."""
    with speaking(paper.language):
        edition = t("Edition {n}", n=paper.number) if paper.number else t("Proposal, not published")
    return Document(
        title=paper.title,
        code="",
        language=paper.language,
        made_at=at,
        letterhead=letterhead(place),
        blocks=tuple(_blocks(paper.body)),
        subtitle=paper.lead,
        footer=f"{paper.title} · {edition} · {paper.digest[:12]}",
        paper=paper_size(place),
    )


def _blocks(body: str) -> Iterator[Block]:
    for part in parts_of(body):
        if part.kind == "heading":
            yield Heading(part.lines[0])
        elif part.kind == "text":
            yield Paragraph(part.lines[0])
        else:
            yield from (Paragraph(f"•  {line}") for line in part.lines)
