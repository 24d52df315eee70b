"""Beginning an aftercare sheet of the studio's own."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.frame import frame, head
from components.app.perform import attempt
from components.form import Form, long_field, text_field
from pages.clients.handover import leave_word
from pages.documents.kinds import draw_kinds, kinds_of
from pages.documents.tongues import languages
from studio.documents.papers.actions import add_paper
from studio.kernel.text import t


async def draw() -> None:
    """The screen `/documents/new`."""
    with frame(t("New aftercare sheet"), active="/documents"):
        head(t("New aftercare sheet"), t("It stays a draft until you publish it; other languages follow there."))
        with ui.element("div").classes("body narrow"):
            NewSheet().draw()


class NewSheet:
    """Title, text and what it is for, in the studio's language."""

    form: Form

    def __init__(self) -> None:
        self.tag, self.name = languages()[0]

    def draw(self) -> None:
        with Form(self._save) as self.form:
            self.form.field(f"{self.tag}.title", text_field(t("Title"), required=True, hint=self.name))
            draw_kinds(self.form, ())
            hint = t("A line that begins with # is a heading, one that begins with - is a point.")
            self.form.field(f"{self.tag}.body", long_field(t("Text"), hint=hint, rows=14))
            self.form.acts(t("Begin the sheet"), cancel="/documents")

    async def _save(self, values: dict[str, Any]) -> object:
        content = {"title": values[f"{self.tag}.title"], "lead": "", "body": values[f"{self.tag}.body"]}
        row = await attempt(add_paper, self.form, {self.tag: content}, kinds_of(values))
        if row is not None:
            self.form.settled()
            leave_word(t("The sheet is begun. Publish it when it is ready."))
            ui.navigate.to(f"/documents/papers/{row.key}")
        return row
