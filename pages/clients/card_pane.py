"""A client beside the list on a wide screen: enough to answer the phone, and the way to the whole file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button, icon_button
from components.app.marks import face, health_light, status_mark, tag
from components.app.perform import look
from components.app.text import text
from components.beside import Beside
from pages.clients.showing import LABELS, contact_text, field_text, known_as, photo_address
from studio.clients.queries import ClientCard, card_by_id, tag_colours
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

CONTACT = ("phone", "email", "birth_date", "language")
EMERGENCY = ("emergency_name", "emergency_relation", "emergency_phone")


class CardPane:
    """The pane beside the list of clients."""

    card: ClientCard | None = None

    def __init__(self, actor: Actor, on_close: Callable[[], None]) -> None:
        self.actor, self.on_close = actor, on_close
        self.pane = Beside(t("The chosen client"), self._closed)

    def draw(self) -> None:
        self.pane.draw()

    async def show(self, client_id: UUID) -> bool:
        """Read and draw this client; False when they cannot be read."""
        try:
            card, pigments = await look(card_by_id, client_id), await look(tag_colours)
        except Refusal:
            self.pane.close()
            return False
        self.card = card
        with self.pane.room() as place:
            self._head(card)
            health_light(card.health_light)
            _facts(card)
            if card.tags:
                with ui.element("div").classes("line wrap"):
                    for word in card.tags:
                        tag(word, pigments.get(word, 0))
            if card.notes:
                text(card.notes, "prose second", "p")
            self._acts(card)
        self.pane.turn_to(place, card.code)
        return True

    def _closed(self) -> None:
        self.card = None
        self.on_close()

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed the client shown, or many at once."""
        if self.card and any(getattr(fact, "client_id", self.card.id) == self.card.id for fact in heard):
            await self.show(self.card.id)

    def _head(self, card: ClientCard) -> None:
        with ui.element("div").classes("line top"):
            face(card.name, photo_address(card.code, card.photo_small), size="m")
            with ui.element("div").classes("grow stack tight"):
                text(card.name, "strong", "h2")
                text(
                    " · ".join(filter(None, (card.code, known_as(card.preferred_name, card.pronouns)))), "small second"
                )
            icon_button("close", t("Close"), self.pane.close)

    def _acts(self, card: ClientCard) -> None:
        with ui.element("div").classes("line wrap"):
            button(t("Open the file"), kind="primary", to=f"/clients/{card.code}")
            if card.archived_at is None and may(self.actor, "clients.client.edit", house().rights):
                button(t("Edit"), icon="edit", to=f"/clients/{card.code}/edit")


def _facts(card: ClientCard) -> None:
    if card.archived_at:
        status_mark("none", t("Archived"))
    told = {t(LABELS[name]): contact_text(name, getattr(card, name), hidden=card.contact_hidden) for name in CONTACT}
    told[t("In an emergency")] = ", ".join(filter(None, (field_text(name, getattr(card, name)) for name in EMERGENCY)))
    with ui.element("dl").classes("facts"):
        for label, words in told.items():
            if words:
                text(label, "", "dt")
                text(words, "prose", "dd")
