"""What else is known: gender, who brought them, and the identity document, its number read on purpose alone."""

from __future__ import annotations

from functools import partial

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import button
from components.app.marks import status_mark
from components.app.moments import now_here
from components.app.perform import act
from components.app.text import text
from pages.clients.profile.file import ClientFile
from pages.clients.showing import field_text
from studio.clients.actions import reveal_identity
from studio.clients.queries import ClientCard
from studio.kernel.text import t


def draw_more(file: ClientFile) -> None:
    """Two parts, each only where something is known."""
    card = file.card
    if card.gender or card.brought_by or card.brought_by_id:
        _titled(t("Besides"))
        with ui.element("dl").classes("facts"):
            _fact(t("Gender"), card.gender)
            _introducer(card)
    if card.id_kind or card.id_issuer or card.id_number or card.id_expires:
        _identity(file)


def _introducer(card: ClientCard) -> None:
    if card.brought_by_id:
        text(t("Brought by"), "", "dt")
        with ui.element("dd"):
            text(card.brought_by_name, "link", "a").props["href"] = f"/clients/{card.brought_by_code}"
    _fact(t("Brought by") if not card.brought_by_id else t("In words"), card.brought_by)


def _identity(file: ClientFile) -> None:
    card = file.card
    _titled(t("Identity document"))
    with ui.element("dl").classes("facts"):
        _fact(t("Kind"), card.id_kind)
        _fact(t("Issued by"), card.id_issuer)
        if card.id_number:
            text(t("Number"), "", "dt")
            with ui.element("dd").classes("line"):
                number = text(card.id_number, "whole")
                if file.may("clients.identity.see"):
                    button(t("Show"), partial(_reveal, file, number), kind="bare", icon="eye")
        _fact(t("Valid until"), field_text("id_expires", card.id_expires))
    if card.id_expires and card.id_expires < now_here().date():
        status_mark("warn", t("The document is no longer valid.")).classes("long")


async def _reveal(file: ClientFile, place: TextElement) -> None:
    """The whole number, until the page is drawn again; the journal keeps who looked."""
    number = await act(reveal_identity, file.card.id)
    if number and not place.is_deleted:
        place.set_text(number)


def _titled(words: str) -> None:
    with ui.element("header").classes("profile-sec"):
        text(words, "", "h2")


def _fact(label: str, words: str) -> None:
    if words:
        text(label, "", "dt")
        text(words, "prose", "dd")
