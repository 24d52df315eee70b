"""While a new client is typed: who on file may be the same person."""

from __future__ import annotations

import asyncio
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app.marks import face, status_mark
from components.app.perform import look
from components.app.text import text
from pages.clients.edit_fields import Fields
from pages.clients.showing import field_text, photo_address
from studio.clients.queries import Candidate, likely_clients
from studio.clients.rules.matching import PROBABLE
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

PAUSE = 0.3
WATCHED = ("name", "phone", "email", "birth_date")
SHOWN = 3


class Doubles:
    """A quiet line below the name, with a way to the file of each likely double."""

    place: Element

    def __init__(self, fields: Fields, own: UUID | None) -> None:
        self.fields, self.own = fields, own
        self.asked = 0

    def draw(self) -> None:
        self.place = ui.element("div").classes("doubles").props("role=status aria-live=polite")

    def watch(self) -> None:
        """Follow what is typed from now on; call it when all fields are drawn."""
        for name in (name for name in WATCHED if name in self.fields.made):
            self.fields.made[name].on_value_change(self._typed)

    async def _typed(self) -> None:
        self.asked += 1
        mine = self.asked
        await asyncio.sleep(PAUSE)
        details = {name: self.fields.typed(name) for name in WATCHED}
        if mine != self.asked or self.place.is_deleted or len((details["name"] or "").strip()) < 3:
            return
        try:
            found = await look(likely_clients, details)
        except Refusal:
            return
        if mine == self.asked and not self.place.is_deleted:
            self._show([one for one in found if one.id != self.own][:SHOWN])

    def _show(self, found: list[Candidate]) -> None:
        self.place.clear()
        if not found:
            return
        sure = any(one.score >= PROBABLE for one in found)
        with self.place:
            status_mark("warn" if sure else "info", t("On file already?")).classes("strong")
            for one in found:
                _double(one)


def _double(one: Candidate) -> None:
    made = ui.element("a").classes("double").props("target=_blank")
    made.props["href"] = f"/clients/{one.code}"
    with made:
        face(one.name, photo_address(one.code, one.photo_small))
        text(one.name, "medium cut")
        text(field_text("phone", one.phone) or one.email, "small quiet cut grow")
        text(one.code, "small quiet nowrap")
