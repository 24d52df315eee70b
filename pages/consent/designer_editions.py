"""The editions of one consent text, and what is otherwise between two of them."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.moments import show_moment
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field
from pages.consent.designer import HERE
from pages.consent.designer_words import field_word, kind_word, main_language, tongue
from studio.consent.facts import TemplatePublished
from studio.consent.queries import TextView, text_edition
from studio.consent.queries import text as text_of
from studio.consent.rules.drafting import Difference, differences
from studio.kernel.text import N_, t

DRAFT = 0
WHAT = {"added": N_("New"), "removed": N_("Removed"), "moved": N_("Moved"), "changed": N_("Changed")}


async def draw(key: str) -> None:
    """The screen `/consent/templates/{key}/editions`."""
    await Editions(await look(text_of, key)).draw()


class Editions:
    """One open page: a list, and two editions beside each other."""

    place: Element

    def __init__(self, view: TextView) -> None:
        self.view = view
        numbers = self._numbers()
        self.after, self.before = numbers[0], numbers[1] if len(numbers) > 1 else numbers[0]
        self.language = main_language(view.shown, current_actor().language)

    def _numbers(self) -> list[int]:
        """What can be compared, newest first; the draft is newer than all."""
        published = [one.number for one in self.view.editions] or ([1] if self.view.contents else [])
        return [*([DRAFT] if self.view.draft else []), *published]

    async def draw(self) -> None:
        line = self.view.line
        steps = [(t("Consent texts"), HERE), (line.title, f"{HERE}/{line.key}")]
        with frame(t("Editions"), active="/consent", under=steps):
            head(t("Editions of {title}", title=line.title), t("Each signed consent keeps the edition that was read."))
            with ui.element("div").classes("body stack loose"):
                self._list()
                self.place = ui.element("div").classes("stack loose")
        live(TemplatePublished, lambda _: self._again(), when=lambda fact: fact.key == line.key)
        await self._compare()

    async def _again(self) -> None:
        ui.navigate.reload()

    def _list(self) -> None:
        with ui.element("ul").classes("ruled editions"):
            if not self.view.editions:
                text(t("Nobody has used it yet; the first signing stores it as edition 1."), "second", "li")
            for one in self.view.editions:
                with ui.element("li").classes("line wrap"):
                    text(t("Edition {n}", n=one.number), "medium")
                    text(t("since {when}", when=show_moment(one.since)), "second")
                    text(", ".join(tongue(language) for language in one.languages), "second small")
                    text(t("as it came with Linework") if one.source == "shipped" else t("your own"), "second small")

    @in_turn
    async def _compare(self) -> None:
        before, after = await self._contents(self.before), await self._contents(self.after)
        self.place.clear()
        with self.place:
            if len(self._numbers()) < 2:
                return
            text(t("What is otherwise"), "", "h2")
            with ui.element("div").classes("three"):
                names = {number: self._name(number) for number in self._numbers()}
                choice_field(t("Before"), names, self.before, on_change=lambda event: self._set("before", event.value))
                choice_field(t("After"), names, self.after, on_change=lambda event: self._set("after", event.value))
                tongues = {one: tongue(one) for one in self.view.shown}
                choice_field(
                    t("Language"), tongues, self.language, on_change=lambda event: self._set("language", event.value)
                )
            if self.language not in before or self.language not in after:
                text(t("One of the two is not there in this language."), "second", "p")
                return
            _table(differences(before[self.language], after[self.language]))

    async def _contents(self, number: int) -> Any:
        return self.view.draft if number == DRAFT else await look(text_edition, self.view.line.key, number)

    def _name(self, number: int) -> str:
        return t("The draft") if number == DRAFT else t("Edition {n}", n=number)

    async def _set(self, what: str, value: Any) -> None:
        setattr(self, what, value)
        await self._compare()


def _table(found: tuple[Difference, ...]) -> None:
    if not found:
        text(t("Nothing differs."), "second", "p")
        return
    with ui.element("table").classes("t compared"):
        with ui.element("thead"), ui.element("tr"):
            for title in (t("Block"), t("Before"), t("After")):
                text(title, "", "th")
        with ui.element("tbody"):
            for one in found:
                with ui.element("tr"):
                    _what(one)
                    text(one.before, "", "td")
                    text(one.after, "medium" if one.before else "", "td")


def _what(one: Difference) -> None:
    with ui.element("td"):
        text(" · ".join(filter(None, (t(WHAT[one.what]), field_word(one.field) if one.field else ""))), "medium", "p")
        kind = kind_word({"kind": one.kind}) if one.kind else t("The text itself")
        text(f"{kind}: {one.name}" if one.name else kind, "small second", "p")
