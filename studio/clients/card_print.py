"""The printable client card: name, code and QR on the size of a bank card."""

import re
from pathlib import Path

from studio.clients.codes import qr_png

WIDTH, HEIGHT, MARGIN, QR = 85.6, 54.0, 5.0, 34.0


def card_pdf(studio: str, name: str, client_code: str, qr_text: str, font: Path | None = None) -> bytes:
    """A one-page PDF of 85.6 × 54 mm. With a font file it prints every letter that font has, else Latin ones."""
    from io import BytesIO

    from fpdf import FPDF

    pdf = FPDF(unit="mm", format=(WIDTH, HEIGHT))
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(False)
    pdf.set_title(client_code)
    pdf.add_page()
    family = _family(pdf, font)
    fit = (lambda text: text) if font else _latin
    pdf.image(BytesIO(qr_png(qr_text)), x=WIDTH - MARGIN - QR, y=(HEIGHT - QR) / 2, w=QR)
    column = WIDTH - 3 * MARGIN - QR
    for size, y, text in ((8, MARGIN, studio), (13, 17, name), (11, HEIGHT - MARGIN - 6, client_code)):
        pdf.set_font(family, size=size)
        pdf.set_xy(MARGIN, y)
        pdf.multi_cell(column, size * 0.45, fit(_short(text, 60)), align="L")
    return bytes(pdf.output())


def _family(pdf: object, font: Path | None) -> str:
    if font is None:
        return "helvetica"
    pdf.add_font("linework", fname=str(font))  # type: ignore[attr-defined]  # fpdf is imported late
    return "linework"


def _short(text: str, limit: int) -> str:
    plain = re.sub(r"\s+", " ", text)
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"


def _latin(text: str) -> str:
    """What the built-in fonts can print; other letters become a question mark."""
    return text.replace("…", "...").encode("latin-1", "replace").decode("latin-1")
