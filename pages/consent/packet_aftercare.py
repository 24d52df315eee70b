"""Beside a packet: the aftercare sheet the client took along, or handing it over now."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.documents.giving import hand_over
from studio.clients.queries import client_card
from studio.consent.queries import PacketRow
from studio.consent.queries.aftercare import aftercare_of_packet
from studio.documents.papers.facts import GivenFact
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t

SEE, GIVE = "documents.document.see", "documents.aftercare.give"


class Aftercare:
    """The part of one open packet; it follows what the client is given."""

    place: Element

    def __init__(self, row: PacketRow) -> None:
        self.row, self.key = row, ""

    async def draw(self) -> None:
        """Nothing for those who see no papers."""
        if not may(current_actor(), SEE, house().rights):
            return
        self.place = ui.element("div").classes("stack")
        live(GivenFact, lambda _: self._show(), when=lambda fact: fact.client_id == self.row.client_id)
        await self._show()

    @in_turn
    async def _show(self) -> None:
        found = await look(aftercare_of_packet, self.row.id)
        self.key = found.key
        self.place.clear()
        with self.place:
            text(t("Aftercare"), "", "h2")
            for one in found.given:
                with ui.element("div").classes("stack tight"):
                    status_mark("ok", f"{one.title}, {t('edition {n}', n=one.number)}")
                    told = (
                        when(one.at),
                        LANGUAGES.get(one.language, one.language),
                        t("Opened") if one.opened_at else "",
                    )
                    text(" · ".join(filter(None, told)), "small second")
            if not found.given:
                self._missing()

    def _missing(self) -> None:
        status_mark("flag", t("No sheet was given yet."))
        if self.key and may(current_actor(), GIVE, house().rights):
            button(t("Give a sheet"), self._give, icon="plus")

    async def _give(self) -> None:
        await hand_over(await look(client_card, self.row.client_code), self.key)
