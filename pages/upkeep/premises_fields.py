"""Controls for what is more than a word: opening hours by weekday, and lists with a thing on each line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.app.text import text
from components.form import long_field, text_field
from pages.upkeep.premises_words import day_names

Save = Callable[[Any], Awaitable[None]]


class HoursField:
    """A line for each weekday; `value` is what stands in them."""

    def __init__(self, value: dict[str, str], words: str, save: Save) -> None:
        self._fields: dict[str, ui.input] = {}
        with ui.element("div").classes("hours-field") as place:
            place.props.update({"role": "group", "aria-label": words})
            for day, name in day_names().items():
                text(name, "second small")
                field = text_field("", value.get(day, ""), placeholder="–")
                field.props["aria-label"] = f"{words}, {name}"
                field.on("blur", lambda: save(self.value))
                field.on("keydown.enter", lambda: save(self.value))
                self._fields[day] = field

    @property
    def value(self) -> dict[str, str]:
        return {day: field.value or "" for day, field in self._fields.items()}

    @value.setter
    def value(self, value: dict[str, str]) -> None:
        for day, field in self._fields.items():
            field.value = value.get(day, "")

    def set_enabled(self, enabled: bool) -> None:
        """Whether one may type."""
        for field in self._fields.values():
            field.set_enabled(enabled)


def lines_field(value: str, words: str, save: Save) -> ui.textarea:
    """Several lines that save themselves when one leaves them."""
    field = long_field("", value, rows=2)
    field.props["aria-label"] = words
    field.on("blur", lambda: save(field.value or ""))
    return field
