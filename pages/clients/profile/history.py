"""The last side of a file: everything that ever happened to it, from the journal."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.moments import show_number
from components.app.perform import look
from components.app.text import text
from components.timeline import Timeline
from pages.clients.profile.file import ClientFile
from pages.clients.profile.telling import moments
from studio.clients.queries import client_history
from studio.kernel.text import nt, t

SIZE = 30


async def draw(file: ClientFile) -> None:
    """The newest events; older ones on request, below."""
    with ui.element("div").classes("profile-one"):
        await History(file).draw()


class History:
    """Pages of one client's history."""

    line: Element
    more: Element

    def __init__(self, file: ClientFile) -> None:
        self.file = file
        self.page = 1

    async def draw(self) -> None:
        events, total = await look(client_history, self.file.card.id, size=SIZE)
        told = nt("{n} event, newest first", "{n} events, newest first", total)
        none = t("Nothing yet. Whatever is done with this file stands here from now on.")
        text(told if total else none, "small quiet", "p")
        self.line = ui.element("div").classes("stack")
        with self.line:
            Timeline(moments(events), label=t("History"))
        self.more = button(t("Show older"), self._older, icon="down")
        self.more.set_visibility(total > SIZE)

    async def _older(self) -> None:
        self.page += 1
        events, total = await look(client_history, self.file.card.id, page=self.page, size=SIZE)
        with self.line:
            Timeline(moments(events), label=t("Page {n}", n=show_number(self.page)))
        self.more.set_visibility(total > self.page * SIZE)
