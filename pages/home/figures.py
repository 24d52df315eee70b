"""The owner's few figures: one ruled row, not tiles."""

from __future__ import annotations

from datetime import timedelta

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from components.app.moments import now_here, show_number
from components.app.perform import look
from components.app.text import text
from studio.clients.queries.figures import desk_figures
from studio.kernel.text import t

WEEK = timedelta(days=7)


class Figures:
    """`draw()` once, `load()` whenever something has changed."""

    def __init__(self) -> None:
        self.shown: list[TextElement] = []

    def draw(self) -> None:
        with ui.element("dl").classes("today-figures"):
            self.shown = [figure(words) for words in (t("Clients"), t("New this week"), t("Forms waiting"))]

    async def load(self) -> None:
        """Fetch the figures and show them."""
        found = await look(desk_figures, now_here() - WEEK)
        for element, value in zip(self.shown, (found.clients, found.fresh, found.waiting), strict=True):
            element.set_text(show_number(value))


def figure(words: str) -> TextElement:
    """One figure below its word; a dash until it is known."""
    with ui.element("div"):
        text(words, "", "dt")
        return text("–", "", "dd")
