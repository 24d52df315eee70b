"""How it will look: the page clients read, at the width of a phone or a tablet. Nothing done there is kept."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui
from nicegui.element import Element

from components.app.text import text
from components.form import seg_field
from pages.consent.designer_words import tongue
from studio.kernel.text import N_, t

WIDTHS = {"phone": N_("Phone"), "tablet": N_("Tablet")}


class Sight:
    """The preview beside the blocks."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.width, self.language = "phone", ""
        self.place: Element = ui.element("aside").classes("sight stack").props(f'aria-label="{t("Preview")}"')

    def draw(self, languages: Sequence[str], version: int) -> None:
        """As the draft stands now."""
        if self.language not in languages:
            self.language = languages[0]
        self.version, self.languages = version, languages
        self.place.clear()
        with self.place:
            text(t("Preview"), "", "h2")
            with ui.element("div").classes("line wrap"):
                widths = {key: t(word) for key, word in WIDTHS.items()}
                seg_field(t("Width"), widths, self.width, on_change=lambda event: self._set(width=event.value))
                if len(languages) > 1:
                    tongues = {one: tongue(one) for one in languages}
                    seg_field(
                        t("Language"), tongues, self.language, on_change=lambda event: self._set(language=event.value)
                    )
            self._page()
            text(t("The page clients read, with a made-up client. Nothing you do in it is kept."), "small second", "p")

    def _page(self) -> None:
        page = ui.element("iframe").classes(f"sight-page {self.width}")
        page.props["src"] = f"/consent/templates/{self.key}/preview?lang={self.language}&v={self.version}"
        page.props["title"] = t("Preview")

    def _set(self, *, width: str = "", language: str = "") -> None:
        self.width, self.language = width or self.width, language or self.language
        self.draw(self.languages, self.version)
