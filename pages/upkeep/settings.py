"""The settings of the studio: one page that can be searched; each saves by itself."""

from __future__ import annotations

from pathlib import Path

from nicegui import run, ui
from nicegui.element import Element

from components.app import theme
from components.app.frame import frame, head
from components.app.live import live
from components.app.text import text
from components.app.who import current_actor
from components.form import text_field
from pages.upkeep.options import warm
from pages.upkeep.phones import draw_phones
from pages.upkeep.setting_groups import GROUPS, REST, Group, group_of
from pages.upkeep.setting_row import SettingRow, says
from studio.extension.registry import may, registry
from studio.extension.screens import SLOTS
from studio.kernel.house import house
from studio.kernel.text import language, t
from studio.upkeep.facts import SettingChanged

theme.also(Path(__file__).parent / "settings.css")

GO_THERE = """
  const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  there?.scrollIntoView({ block: "center" });
  if (there?.matches(".setting")) {
    there.classList.add("sought");
    there.querySelector("input, textarea, button")?.focus({ preventScroll: true });
  }
"""
"""To the setting the address names: the page is drawn after the browser has looked for it."""


async def draw() -> None:
    """The screen `/settings`."""
    await run.io_bound(warm, language())
    SettingsPage().draw()


class SettingsPage:
    """One open settings page."""

    def __init__(self) -> None:
        self.actor, self.rights = current_actor(), house().rights
        self.rows: dict[str, SettingRow] = {}
        self.sections: dict[str, tuple[Element, list[SettingRow]]] = {}
        self.parts: list[tuple[Element, str]] = []

    def draw(self) -> None:
        with frame(t("Settings"), active="/settings"):
            with head(t("Settings"), self._note()).end:
                self._search()
            with ui.element("div").classes("settings"):
                self._index()
                with ui.element("div").classes("stack settings-list"):
                    for group in (*GROUPS, REST):
                        self._group(group)
                    self._slots()
                    self.nothing = text(t("No setting is about that."), "second", "p")
                    self.nothing.set_visibility(False)
        ui.run_javascript(GO_THERE)
        live(SettingChanged, lambda fact: self.rows[fact.key].show(), when=lambda fact: fact.key in self.rows)

    def _note(self) -> str:
        if may(self.actor, "upkeep.settings.change", self.rights):
            return t("Each change is saved at once.")
        return t("Only the owner changes these.")

    def _search(self) -> None:
        field = text_field("", placeholder=t("Search the settings"), kind="search").classes("settings-search")
        field.props.update({"aria-label": t("Search the settings"), "debounce": "100", "clearable": True})
        field.on_value_change(lambda event: self._seek(event.value or ""))

    def _seek(self, sought: str) -> None:
        found = 0
        for part, title in self.parts:
            part.set_visibility(says(title, sought))
            found += says(title, sought)
        for section, rows in self.sections.values():
            fitting = [row for row in rows if row.fits(sought)]
            for row in rows:
                row.place.set_visibility(row in fitting)
            section.set_visibility(bool(fitting))
            found += len(fitting)
        self.nothing.set_visibility(not found)

    def _slots(self) -> None:
        """What other rooms add, found by the titles."""
        for slot in registry().slots("settings.sections", self.actor, self.rights):
            with ui.element("div") as part:
                slot.draw()
            self.parts.append((part, t(slot.title)))

    def _index(self) -> None:
        with ui.element("nav").classes("settings-index") as index:
            index.props["aria-label"] = t("Settings")
            for group in GROUPS:
                link = text(t(group.title), "", "a")
                link.props["href"] = f"#{group.anchor}"
            for slot in registry().slots("settings.sections", self.actor, self.rights):
                if slot.title:
                    link = text(t(slot.title), "", "a")
                    link.props["href"] = f"#{anchor(slot.title)}"

    def _group(self, group: Group) -> None:
        declared = [setting for setting in house().settings if group_of(setting.key, setting.group) is group]
        if not declared:
            return
        with ui.element("section").classes("settings-group").props(f"id={group.anchor}") as section:
            text(t(group.title), "", "h2")
            if group.lead:
                text(t(group.lead), "second small lead", "p")
            rows = [
                SettingRow(one, may=may(self.actor, one.who, self.rights), group=t(group.title)) for one in declared
            ]
            if group.anchor == "phones":
                draw_phones()
            if f"settings.{group.anchor}" in SLOTS:
                for slot in registry().slots(f"settings.{group.anchor}", self.actor, self.rights):
                    slot.draw()
        self.rows |= {row.setting.key: row for row in rows}
        self.sections[group.anchor] = (section, rows)


def anchor(title: str) -> str:
    """The id of a section another room adds: its title in letters an address can hold."""
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter == "-")
