"""How a setting comes: said where it was changed, with the way back; and who may change it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.text import text
from pages.upkeep.options import options_of
from pages.upkeep.premises_words import SHOW, in_one_line
from studio.kernel.house import house
from studio.kernel.permissions import PEOPLE
from studio.kernel.settings import Setting
from studio.kernel.text import t


class Usual:
    """A line below the control, there only while something else than the usual is set."""

    def __init__(self, setting: Setting, words: str, reset: Callable[[], Awaitable[None]]) -> None:
        self._setting = setting
        with ui.element("div").classes("line small usual") as self._line:
            text(usually(setting), "second")
            again = button(t("Set back"), reset, kind="bare")
            again.props["aria-label"] = t("Set back: {what}", what=words)
        self.show()

    def show(self) -> None:
        """As it stands now."""
        self._line.set_visibility(house().settings[self._setting.key] != self._setting.default)


def usually(setting: Setting) -> str:
    """What it is when nobody changed it."""
    said = "" if setting.secret else setting_text(setting.key, setting.default)
    return t("Usually: {value}", value=said) if said else t("Usually empty")


def setting_text(key: str, value: Any) -> str:
    """A setting's value in a sentence; nothing where it is empty."""
    if value is None or value in ("", [], {}):
        return ""
    if key in SHOW:
        return in_one_line(key, value)
    if isinstance(value, bool):
        return t("on") if value else t("off")
    options = options_of(key) or {}
    return options.get(value, str(value)) if isinstance(value, str) else str(value)


def who_may(setting: Setting) -> str:
    """The roles that may change it."""
    rights = house().rights
    return ", ".join(rights.title(role) for role in PEOPLE if rights.reach(role, setting.who)) or t("nobody")
