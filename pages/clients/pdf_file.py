"""Clients as a list to print, in every script we have letters for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from components.app.moments import now_here, show_date
from pages.clients.columns_out import FIELDS, heads
from pages.clients.showing import field_text
from studio.clients.queries import ClientRow
from studio.documents.drawing.faces import FOLDER, face_for
from studio.kernel.house import house
from studio.kernel.text import nt, t

if TYPE_CHECKING:
    from fpdf import FPDF

MOST = 1000
SHOWN = {"code": 18, "name": 52, "phone": 34, "email": 58, "birth_date": 24, "tags": 50}
SHAPED = ("\u0590", "\u17ff")
"""Between these lie scripts whose letters join or run from the right; shaping others takes time for nothing."""
TEXT, TITLE, LINE = 8, 14, 4.4


def pdf_of(rows: Sequence[ClientRow]) -> bytes:
    """A4 across, the heads again on every page."""
    from fpdf import FPDF, FontFace

    told = [[field_text(field, getattr(row, field)) for field in SHOWN] for row in rows]
    title = f"{house().settings['studio.name']} · {t('Clients')}"
    note = f"{show_date(now_here().date())} · {nt('{n} client', '{n} clients', len(rows))}"
    labels = [head for head, field in zip(heads(), FIELDS, strict=False) if field in SHOWN]
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(title)
    pdf.set_margin(14)
    pdf.set_auto_page_break(True, 14)
    pdf.add_page()
    _letters(pdf, [title, note, *labels, *(cell for line in told for cell in line)])
    pdf.set_font("f0", size=TITLE)
    pdf.cell(0, 8, title, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("f0", size=TEXT)
    pdf.cell(0, 7, note, new_x="LMARGIN", new_y="NEXT")
    plain = FontFace(emphasis="")
    with pdf.table(
        col_widths=tuple(SHOWN.values()), line_height=LINE, text_align="LEFT", headings_style=plain,
        borders_layout="HORIZONTAL_LINES", padding=0.6,
    ) as table:  # fmt: skip
        for line in [labels, *told]:
            table.row(line)
    return bytes(pdf.output())


def _letters(pdf: FPDF, words: Iterable[str]) -> None:
    """Just the faces these words need; the first writes what it can, the others what it lacks."""
    letters = sorted({letter for word in words for letter in word} | {"a"})
    found = {face.name: None for letter in letters if (face := face_for(letter, bold=False))}
    names = sorted(found, key=lambda name: (name != "Inter-Regular", name))
    for number, name in enumerate(names):
        pdf.add_font(f"f{number}", fname=str(FOLDER / f"{name}.ttf"))
    pdf.set_fallback_fonts([f"f{number}" for number in range(1, len(names))], exact_match=False)
    pdf.set_text_shaping(any(SHAPED[0] <= letter <= SHAPED[1] for letter in letters))
