"""The accents to choose from, each shown as it looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.element import Element

from components.app.text import text
from components.app.tokens import ACCENTS
from pages.upkeep.accent import NAMES, accent_of, colour_of
from studio.kernel.text import t


class AccentField:
    """A row of swatches; `value` is the stored colour."""

    def __init__(self, value: str, words: str, choose: Callable[[str], Awaitable[None]]) -> None:
        self._swatches: dict[str, Element] = {}
        with ui.element("div").classes("accents") as row:
            row.props.update({"role": "radiogroup", "aria-label": words})
            for name, title in NAMES.items():
                self._swatches[name] = self._swatch(name, t(title), choose)
        self._value = value
        self.value = value

    @property
    def value(self) -> str:
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        self._value = value
        for name, swatch in self._swatches.items():
            swatch.props["aria-checked"] = "true" if name == accent_of(value) else "false"

    def set_enabled(self, enabled: bool) -> None:
        """Whether one may choose."""
        for swatch in self._swatches.values():
            swatch.props["disabled"] = not enabled

    def _swatch(self, name: str, title: str, choose: Callable[[str], Awaitable[None]]) -> Element:
        light, dark = ACCENTS[name][0], ACCENTS[name][4]
        with ui.element("button").classes("accent").style(f"--light: {light}; --dark: {dark}") as swatch:
            text(title)
        swatch.props.update({"type": "button", "role": "radio"})
        swatch.on("click", lambda: choose(colour_of(name)))
        return swatch
