"""Every edition of a paper, and what changed from one to the next."""

from __future__ import annotations

from functools import partial

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.moments import show_moment
from components.app.perform import look
from components.app.text import text
from pages.documents.reading import draw_steps
from pages.documents.tongues import languages
from pages.documents.words import tongues
from studio.documents.papers.queries import EditionLine, PaperView, difference
from studio.kernel.text import language, t


class Editions:
    """Newest first; a press shows what it changed."""

    def __init__(self, view: PaperView) -> None:
        self.view = view
        self.places: dict[int, Element] = {}

    def draw(self) -> None:
        with ui.element("section").classes("stack"):
            text(t("Editions"), "", "h2")
            with ui.element("ul").classes("ruled"):
                for one in self.view.editions:
                    self._line(one)

    def _line(self, one: EditionLine) -> None:
        with ui.element("li").classes("paper-edition"):
            with ui.element("div").classes("line wrap"):
                with ui.element("div").classes("grow stack tight"):
                    text(t("Edition {n}", n=one.number), "medium")
                    by = one.by_name or t("As it came with Linework")
                    text(f"{show_moment(one.at)} · {by} · {tongues(one.languages)}", "small second")
                to = f"/documents/papers/{self.view.line.key}/look?number={one.number}&lang={language()}"
                read = button(t("Read it"), kind="bare", to=to).props("target=_blank")
                read.props["aria-label"] = t("Read it: edition {n}", n=one.number)
                if self._before(one):
                    made = button(t("What changed"), partial(self._show, one), kind="bare", icon="eye")
                    made.props["aria-label"] = t("What changed in edition {n}", n=one.number)
            self.places[one.number] = ui.element("div").classes("stack")

    async def _show(self, one: EditionLine) -> None:
        """Once more closes it."""
        place = self.places[one.number]
        if list(place):
            place.clear()
            return
        key, before = self.view.line.key, self._before(one)
        told = [(name, await look(difference, key, before, one.number, tag)) for tag, name in languages()]
        with place:
            for name, steps in told:
                if steps:
                    text(name, "small quiet", "h3")
                    draw_steps(steps)

    def _before(self, one: EditionLine) -> int:
        """The edition it followed; 0 for the first."""
        return max((other.number for other in self.view.editions if other.number < one.number), default=0)
