"""The country's rules among the settings: what is in force, and the way to read it."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import look
from components.app.text import text
from pages.jurisdiction.all import HERE, standing
from studio.jurisdiction.queries import ProfileLine, profiles
from studio.jurisdiction.shelf import SETTING
from studio.kernel.text import t
from studio.upkeep.facts import SettingChanged


def draw() -> None:
    """The section, filled once it has been read."""
    Section()


class Section:
    """One section on one open page."""

    def __init__(self) -> None:
        with ui.element("section").classes("settings-group").props("id=countrys-rules"):
            text(t("Country's rules"), "", "h2")
            self.place: Element = ui.element("div").classes("setting")
        live(SettingChanged, lambda _: self._show(), when=lambda fact: fact.key == SETTING)
        ui.timer(0, self._show, once=True)

    @in_turn
    async def _show(self) -> None:
        found = next((line for line in await look(profiles) if line.in_force), None)
        self.place.clear()
        with self.place:
            self._fill(found)

    def _fill(self, line: ProfileLine | None) -> None:
        with ui.element("div").classes("setting-words"):
            text(line.name if line else t("Careful defaults"), "medium", "div")
            text(t("Ages, guardians, how long records are kept, sterilisation."), "second small", "div")
            if line:
                status_mark(*standing(line))
        with ui.element("div").classes("setting-control"):
            button(t("Read or change"), icon="globe", to=HERE)
