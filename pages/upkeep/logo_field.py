"""The studio's logo in the settings: as it is, another one, or none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import run, ui

from components.app.button import button
from components.app.text import text
from components.files import FileField, Handed
from pages.static_files import logo_address
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.logo import LOGO, keep_logo


class LogoField:
    """The picture, and with `may` what changes it; `value` is the stored file."""

    def __init__(self, value: str, words: str, choose: Callable[[str], Awaitable[None]], *, may: bool) -> None:
        self._choose, self._words, self._may = choose, words, may
        with ui.element("div").classes("stack logo-field"):
            self.shown = ui.element("div").classes("line apart wrap")
            if may:
                FileField(self._take, label=t("Drop the studio's logo here, or paste it"), allowed=LOGO)
        self._value = value
        self.value = value

    @property
    def value(self) -> str:
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        self._value = value
        self.shown.clear()
        with self.shown:
            if not value:
                text(t("None yet: the mark of Linework stands for it."), "second small")
                return
            picture = ui.element("img").classes("logo-shown")
            picture.props.update({"src": logo_address(value), "alt": self._words})
            if self._may:
                button(t("Remove"), lambda: self._choose(""), kind="bare")

    async def _take(self, handed: Handed) -> None:
        kept = await run.io_bound(keep_logo, house(), handed.read())
        await self._choose(kept or "")
