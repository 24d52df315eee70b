"""The hours of an artist in a form: a line for each weekday."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nicegui import ui

from components.app.text import text
from pages.upkeep.premises_fields import HoursField
from pages.upkeep.premises_words import read_hours, show_hours
from studio.kernel.text import t


class ArtistHours(ui.element):
    """`.read()` is weekday → from and to; what cannot be read is refused."""

    def __init__(self, hours: Mapping[str, Any]) -> None:
        super().__init__("div")
        self.classes("stack")
        with self:
            self.field = HoursField(show_hours(hours), t("Hours"), _wait)
            self.said = text("", "st stop long").props("role=alert")
            self.said.set_visibility(False)

    @property
    def value(self) -> dict[str, str]:
        """What is typed."""
        return self.field.value

    def read(self) -> dict[str, list[list[str]]]:
        """For the form."""
        return read_hours(self.value)

    def complain(self, words: str) -> None:
        """Show what to mend; empty words take it away."""
        self.said.set_text(words)
        self.said.set_visibility(bool(words))


async def _wait(_: Any) -> None:
    """It is kept when the form is saved."""
