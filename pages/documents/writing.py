"""Writing a paper: its languages side by side, kept as a draft or published as an edition."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, long_field, text_field
from pages.documents.kinds import draw_kinds, kinds_of
from pages.documents.tongues import by_language, languages
from studio.documents.papers.actions import discard_draft, draft_paper, publish_paper
from studio.documents.papers.queries import PaperView
from studio.kernel.text import t


class Writing:
    """The form; `again` draws the page as it stands afterwards."""

    form: Form

    def __init__(self, view: PaperView, again: Callable[[], Awaitable[None]]) -> None:
        self.view, self.again = view, again
        self.line = view.line

    @property
    def dirty(self) -> bool:
        return self.form.dirty

    def draw(self) -> None:
        with Form(self._publish) as self.form:
            if self.line.kind == "aftercare":
                draw_kinds(self.form, self.view.service_kinds)
            with ui.element("div").classes("paper-tongues"):
                for tag, name in languages():
                    self._language(tag, name)
            text(t("A line that begins with # is a heading, one that begins with - is a point."), "small second", "p")
            with self.form.acts(t("Publish edition {n}", n=self._next())):
                button(t("Keep as a draft"), self._keep, icon="edit")
                if self.line.has_draft:
                    button(t("Throw the draft away"), self._discard, kind="bare", icon="trash")

    def _language(self, tag: str, name: str) -> None:
        content = self.view.writing.get(tag, {"title": "", "lead": "", "body": ""})
        with ui.element("section").classes("stack").props(f'lang={tag} aria-label="{name}"'):
            text(name, "", "h2")
            self.form.field(f"{tag}.title", text_field(t("Title"), content["title"]))
            self.form.field(f"{tag}.lead", long_field(t("Introduction"), content["lead"], rows=2))
            self.form.field(f"{tag}.body", long_field(t("Text"), content["body"], rows=18))

    async def _publish(self, values: dict[str, Any]) -> object:
        told = (by_language(values), kinds_of(values), self.line.version)
        number = await attempt(publish_paper, self.form, self.line.key, *told)
        if number is not None:
            self.form.settled()
            toast(t("Edition {n} is in use from now on.", n=number))
            await self.again()
        return number

    async def _keep(self) -> None:
        values = self.form.values()
        if values is None:
            return
        told = (by_language(values), kinds_of(values), self.line.version)
        if await attempt(draft_paper, self.form, self.line.key, *told) is not None:
            self.form.settled()
            toast(t("Kept as a draft. What is in use stays as it is."))
            await self.again()

    async def _discard(self) -> None:
        body = t("What is in use stays in use.")
        if not await confirm(t("Throw the draft away?"), body, t("Throw it away"), stop=True):
            return
        if await act(discard_draft, self.line.key, self.line.version) is not None:
            self.form.settled()
            await self.again()

    def _next(self) -> int:
        stored = self.view.editions[0].number if self.view.editions else 0
        return stored + 1
