"""Clients as a list to print, in every script we have letters for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from components.app.moments import now_here, show_date
from pages.clients.columns_out import FIELDS, heads
from pages.clients.showing import field_text
from studio.clients.queries import ClientRow
from studio.documents.drawing.document import Letterhead
from studio.documents.drawing.faces import FOLDER, face_for
from studio.documents.letterhead import letterhead
from studio.kernel.house import house
from studio.kernel.text import nt, t

if TYPE_CHECKING:
    from fpdf import FPDF

MOST = 1000
SHOWN = {"code": 18, "name": 52, "phone": 34, "email": 58, "birth_date": 24, "tags": 50}
SHAPED = ("\u0590", "\u17ff")
"""Between these lie scripts whose letters join or run from the right; shaping others takes time for nothing."""
TEXT, TITLE, LINE = 8, 14, 4.4
LOGO, LOGO_WIDE, MARGIN = 14.0, 50.0, 14.0


def pdf_of(rows: Sequence[ClientRow]) -> bytes:
    """A4 across with the studio's letterhead, the heads again on every page."""
    from fpdf import FPDF, FontFace

    told = [[field_text(field, getattr(row, field)) for field in SHOWN] for row in rows]
    head_of = letterhead(house())
    title = f"{head_of.name} · {t('Clients')}"
    note = f"{show_date(now_here().date())} · {nt('{n} client', '{n} clients', len(rows))}"
    labels = [head for head, field in zip(heads(), FIELDS, strict=False) if field in SHOWN]
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(title)
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(True, MARGIN)
    pdf.add_page()
    _letters(pdf, [title, note, *head_of.lines, *labels, *(cell for line in told for cell in line)])
    _head(pdf, head_of, title, note)
    plain = FontFace(emphasis="")
    with pdf.table(
        col_widths=tuple(SHOWN.values()), line_height=LINE, text_align="LEFT", headings_style=plain,
        borders_layout="HORIZONTAL_LINES", padding=0.6,
    ) as table:  # fmt: skip
        for line in [labels, *told]:
            table.row(line)
    return bytes(pdf.output())


def _head(pdf: FPDF, head_of: Letterhead, title: str, note: str) -> None:
    """Who it is from: the name and how to reach the studio, with its logo across."""
    if head_of.logo:
        pdf.image(BytesIO(head_of.logo), pdf.w - MARGIN - LOGO_WIDE, MARGIN, LOGO_WIDE, LOGO, keep_aspect_ratio=True)
    wide = pdf.epw - (LOGO_WIDE + MARGIN if head_of.logo else 0)
    for size, line in ((TITLE, title), (TEXT, " · ".join(head_of.lines)), (TEXT, note)):
        pdf.set_font("f0", size=size)
        if line:
            pdf.multi_cell(wide, size * 0.55, line, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _letters(pdf: FPDF, words: Iterable[str]) -> None:
    """Just the faces these words need; the first writes what it can, the others what it lacks."""
    letters = sorted({letter for word in words for letter in word} | {"a"})
    found = {face.name: None for letter in letters if (face := face_for(letter, bold=False))}
    names = sorted(found, key=lambda name: (name != "Inter-Regular", name))
    for number, name in enumerate(names):
        pdf.add_font(f"f{number}", fname=str(FOLDER / f"{name}.ttf"))
    pdf.set_fallback_fonts([f"f{number}" for number in range(1, len(names))], exact_match=False)
    pdf.set_text_shaping(any(SHAPED[0] <= letter <= SHAPED[1] for letter in letters))
