"""A client's QR code on screen, to download or to print."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.text import text
from components.qr import qr
from studio.clients.codes import code_text
from studio.clients.queries import ClientCard
from studio.kernel.house import house
from studio.kernel.text import t


async def show_qr(card: ClientCard) -> None:
    """The code in a dialog; scanning it at this studio opens the profile, elsewhere it means nothing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose qr-sheet"):
        text(card.name, "cut", "h2")
        with ui.element("div").classes("stack center"):
            qr(code_text(house(), card.code), size=240, label=t("QR code of {code}", code=card.code))
            text(card.code, "large strong")
            text(
                t("Scanned at this studio it opens the profile. It holds no name and no contact."), "small quiet center"
            )
        with ui.element("div").classes("acts"):
            button(t("PNG"), icon="download", to=f"/clients/{card.code}/qr.png").props("download")
            button(t("SVG"), icon="download", to=f"/clients/{card.code}/qr.svg").props("download")
            printed = button(t("Print card"), icon="print", to=f"/clients/{card.code}/card.pdf", kind="primary")
            printed.props("target=_blank autofocus")
    dialog.props["aria-label"] = t("QR code of {code}", code=card.code)
    await answer(dialog)
