"""Further fields of a client's form: the identity document, and who brought them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import ui

from components.app.perform import look
from components.form import text_field
from components.pickers.picker import Choice, Picker
from studio.clients.queries import find_clients
from studio.clients.rules.identity import masked
from studio.kernel.text import t

if TYPE_CHECKING:
    from pages.clients.edit_fields import Fields


def draw_identity(fields: Fields) -> None:
    """Kind, issuer, number and end. A number on file shows its end alone; typing over it replaces it."""
    with ui.element("div").classes("two"):
        kind = text_field(t("Kind"), fields.was("id_kind"))
        kind.set_autocomplete([t("Passport"), t("Identity card"), t("Driving licence")])
        fields.add("id_kind", kind)
        fields.text("id_issuer", t("Issued by"), hint=t("Country or authority"))
    with ui.element("div").classes("two"):
        hint = t("Shown by its end alone; type over it to replace it.") if fields.was("id_number") else ""
        fields.text("id_number", t("Number"), hint=hint)
        fields.date("id_expires", t("Valid until"))


def draw_introducer(fields: Fields) -> None:
    """Somebody on file, or words such as “a poster”."""
    own = fields.card.id if fields.card else None

    async def search(words: str) -> list[Choice]:
        hits = await look(find_clients, words)
        return [Choice(str(hit.id), hit.title, hit.subtitle, hit.code) for hit in hits if hit.id != own]

    with ui.element("div").classes("two"):
        picker = Picker(t("Brought by a client"), search, choice=_introducer(fields), placeholder=t("Name or code"))
        fields.add("brought_by_id", picker)
        fields.text("brought_by", t("Or in words"), hint=t("A friend, a poster, the internet"))


def fill_again(fields: Fields, name: str, value: Any) -> bool:
    """Put what a colleague saved into a field that is not simply typed; False for all others."""
    if name == "id_number":
        fields.made[name].value = fields.first[name] = masked(value)
    elif name == "brought_by_id":
        shown = Choice(str(value), t("another client")) if value else None
        fields.made[name].show(shown)
        fields.first[name] = shown.id if shown else None
    return name in ("id_number", "brought_by_id")


def _introducer(fields: Fields) -> Choice | None:
    card = fields.card
    if card is None or card.brought_by_id is None:
        return None
    return Choice(str(card.brought_by_id), card.brought_by_name, code=card.brought_by_code)
