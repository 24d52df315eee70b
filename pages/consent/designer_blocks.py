"""The blocks of a text in their order: one opens at a time, the others show what they say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button, icon_button
from components.app.feedback import toast
from components.app.icons import source
from components.app.text import text
from components.form import Form
from pages.consent.designer_fields import BlockFields
from pages.consent.designer_order import Ordered, ask_kind
from pages.consent.designer_words import (
    excerpt_of,
    kind_word,
    menu_line,
    notes_of,
    service_word,
    title_of,
    tongue,
)
from studio.consent.rules import editing
from studio.consent.rules.checking import ONCE
from studio.consent.rules.editing import Draft
from studio.kernel.text import LANGUAGES, t

if TYPE_CHECKING:
    from pages.consent.designer_one import Designer

WHOLE = -1


class Blocks:
    """All blocks of the open draft. `opened` is the one being changed: a place, WHOLE for the text itself, or None."""

    def __init__(self, designer: Designer) -> None:
        self.designer = designer
        self.opened: int | None = None
        self.form: Form | None = None
        self.place: Element = ui.element("div").classes("stack")

    @property
    def busy(self) -> bool:
        """Whether something is being typed."""
        return self.form is not None and not self.form.is_deleted and self.form.dirty

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """As they are in the first language."""
        return list(next(iter(self.designer.draft.values()))["blocks"])

    def draw(self) -> None:
        self.place.clear()
        self.form = None
        with self.place:
            self._whole()
            with Ordered(self._move, moves=self.designer.changes) as self.list:
                for at, block in enumerate(self.blocks):
                    self._block(at, block)
            if self.designer.changes:
                with ui.element("div").classes("line wrap"):
                    button(t("Add a block"), lambda: self._ask_kind(len(self.blocks)), icon="plus")
                    self._tongues()

    def _whole(self) -> None:
        """The text itself: title, for whom, when it is used."""
        content = next(iter(self.designer.draft.values()))
        with ui.element("section").classes("part whole"):
            if self.opened == WHOLE:
                self._form(None)
                return
            with ui.element("div").classes("says"):
                text(t("The text itself"), "small second")
                text(content.get("title") or t("No title yet"), "medium")
                kinds = ", ".join(service_word(kind) for kind in content.get("service_kinds") or ())
                used = t("usual text of {kinds}", kinds=kinds) if kinds else t("chosen by hand")
                minor = t("with a parent or guardian") if content.get("minor") else ""
                profile = self.designer.profiles.get(content.get("profile") or "", "")
                text(" · ".join(filter(None, (content.get("for"), used, minor, profile))), "small second")
            if self.designer.changes:
                icon_button("edit", t("Change the text itself"), lambda: self._open(WHOLE))

    def _block(self, at: int, block: dict[str, Any]) -> None:
        with ui.element("li").classes(f"part kind-{block['kind']}").props(f"data-block={at}"):
            if self.opened == at:
                self._form(at)
                return
            named = title_of(block)[:60] or kind_word(block)
            if self.designer.changes:
                self._grip(named)
            text(str(at + 1), "no second")
            with ui.element("div").classes("says"):
                with ui.element("div").classes("line tight wrap"):
                    text(kind_word(block), "small second")
                    for note in notes_of(block):
                        text(note, "small chip-note")
                if title_of(block):
                    text(title_of(block), "medium cut")
                text(excerpt_of(block), "small second clamp")
                self._missing(at)
            if self.designer.changes:
                self._acts(at, named)

    def _grip(self, named: str) -> None:
        grip = ui.element("button").classes("grip").props("type=button")
        grip.props["aria-label"] = t("Move {what}: drag, or press Alt and an arrow key", what=named)
        with grip:
            ui.icon(source("grip"))

    def _missing(self, at: int) -> None:
        """Languages in which this block has no words yet."""
        for language, content in self.designer.draft.items():
            block = content["blocks"][at]
            if any(block.get(name) == "" for name in ("title", "text", "intent", "button") if self._has(at, name)):
                text(t("Words are missing in {language}", language=tongue(language)), "small st warn", "p")

    def _has(self, at: int, name: str) -> bool:
        """Whether any language has words there, or every text needs them."""
        return any(content["blocks"][at].get(name) for content in self.designer.draft.values()) or name == "text"

    def _acts(self, at: int, named: str) -> None:
        block = self.blocks[at]
        with ui.element("div").classes("acts-of"):
            icon_button("edit", t("Change {what}", what=named), lambda: self._open(at))
            with (
                icon_button("more", t("More for {what}", what=named)),
                ui.menu().props("anchor='bottom right' self='top right'"),
            ):
                if block["kind"] not in (*ONCE, "signature"):
                    menu_line(t("Double it"), partial(self._do, "duplicate", at))
                menu_line(t("Remove"), partial(self._remove, at, named))
            icon_button("plus", t("Add a block below {what}", what=named), lambda: self._ask_kind(at + 1))

    async def _ask_kind(self, at: int) -> None:
        minor = bool(next(iter(self.designer.draft.values())).get("minor"))
        chosen = await ask_kind(self.blocks, minor=minor)
        if chosen:
            await self._add(at, *chosen)

    def _tongues(self) -> None:
        """A language more, or one less."""
        for language in LANGUAGES:
            if language not in self.designer.draft:
                add = partial(self._add_language, language)
                button(t("Add {language}", language=tongue(language)), add, icon="globe")
            elif len(self.designer.draft) > 1 and language != next(iter(self.designer.draft)):
                drop = partial(self._drop_language, language)
                button(t("Without {language}", language=tongue(language)), drop, kind="bare")

    def _form(self, at: int | None) -> None:
        async def save(values: dict[str, Any]) -> bool | None:
            words, shared = fields.told(values)
            changed = editing.change(self.designer.draft, at, words, shared)
            if at is None and shared["minor"] and "signatureguardian" not in map(editing.name_of, self.blocks):
                changed = editing.add(changed, len(self.blocks), "signature", "guardian")
            self.opened = None
            if await self.designer.keep(changed):
                self.list.run_method("reach", at or 0, ".acts-of button")
                return True
            self.opened = WHOLE if at is None else at
            return None

        with ui.element("div").classes("block-form"):
            what = t("The text itself") if at is None else f"{at + 1}. {kind_word(self.blocks[at])}"
            text(what, "", "h2")
            with Form(save) as self.form:
                fields = BlockFields(self.form, self.designer.draft, at, self.designer.profiles)
                fields.draw()
                with self.form.acts(t("Keep")):
                    button(t("Cancel"), lambda: self._open(None))

    def _open(self, at: int | None) -> None:
        before, self.opened = self.opened, at
        self.draw()
        if at is not None and at >= 0:
            self.list.run_method("reach", at, "textarea, input")
        elif at is None and before is not None and before >= 0:
            self.list.run_method("reach", before, ".acts-of button")

    async def _move(self, at: int, to: int) -> None:
        number = len(self.blocks)
        if not self.designer.changes or at == to or not (0 <= at < number and 0 <= to < number):
            return
        if await self._keep(lambda: editing.move(self.designer.draft, at, to)):
            self.list.say(t("Now at place {n} of {total}", n=to + 1, total=number))
            self.list.run_method("reach", to, ".grip")

    async def _add(self, at: int, kind: str, who: str) -> None:
        self.opened = at
        if not await self._keep(lambda: editing.add(self.designer.draft, at, kind, who)):
            self.opened = None

    async def _do(self, what: str, at: int) -> None:
        await self._keep(lambda: getattr(editing, what)(self.designer.draft, at))

    async def _remove(self, at: int, named: str) -> None:
        before = self.designer.draft
        self.opened = None
        if await self._keep(lambda: editing.remove(before, at)):
            toast(t("Removed: {what}", what=named), lambda: self.designer.keep(before))

    async def _add_language(self, language: str) -> None:
        await self._keep(lambda: editing.add_language(self.designer.draft, language))

    async def _drop_language(self, language: str) -> None:
        before = self.designer.draft
        if await self._keep(lambda: editing.drop_language(before, language)):
            toast(t("Without {language}", language=tongue(language)), lambda: self.designer.keep(before))

    async def _keep(self, made: Callable[[], Draft]) -> bool:
        """Keep what this gives; what is being typed elsewhere is kept first by whoever types it."""
        if self.busy:
            toast(t("Keep or cancel what you are typing first."), kind="warn")
            return False
        return await self.designer.keep(made())
