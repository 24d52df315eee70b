"""What can be done with consent texts from more than one screen: begin one, take one in, hand one out, put away."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.perform import act, attempt, look
from components.app.text import text
from components.files import FileField, Handed
from components.form import Form, choice_field, text_field
from studio.consent.actions import archive_text, drop_draft, import_text, restore_text, start_text
from studio.consent.queries import TextLine, TextView, texts
from studio.consent.refusals import TemplateIsIncomplete
from studio.consent.rules.files import write_file
from studio.extension.incoming import RULES, Allowed
from studio.kernel.text import t

HERE = "/consent/templates"


async def ask_new(based_on: str = "") -> None:
    """A title, and what it begins from; then on to its blocks."""
    lines = await look(texts)
    known = {"": t("From nothing"), **{line.key: line.title for line in lines if line.title}}
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("New text"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            made = await attempt(start_text, form, values["title"], values["based_on"] or "")
            if made:
                dialog.submit(made.key)
            return made is not None or None

        with Form(save) as form:
            form.field("title", text_field(t("Title"), "", required=True)).props("autofocus")
            form.field("based_on", choice_field(t("Begin from"), known, based_on))
            with form.acts(t("Begin")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("New text")
    made = await answer(dialog)
    if made:
        ui.navigate.to(f"{HERE}/{made}")


async def take_in() -> None:
    """One language of a text from a file, into the draft."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Take in a file"), "", "h2")
        text(t("It becomes a draft. What counts now stays until you publish."), "second", "p")

        async def take(handed: Handed) -> None:
            made = await act(import_text, _letters(handed.read()), handed.name)
            if made:
                dialog.submit(made.key)

        FileField(take, label=t("Drop the file of a consent text here"), allowed=Allowed(RULES, 1))
        with ui.element("div").classes("acts"):
            button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Take in a file")
    made = await answer(dialog)
    if made:
        ui.navigate.to(f"{HERE}/{made}")


def hand_out(view: TextView, language: str) -> None:
    """One language as a file, which another studio can take in, and a translator can work on."""
    written = write_file(view.line.key, language, view.shown[language])
    ui.download.content(written.encode(), f"{view.line.key}.{language}.toml", "application/toml")


async def put_away(line: TextLine) -> None:
    """Offer it no more, with the way back."""
    if await act(archive_text, line.key):
        toast(t("Put away. What was signed stays."), lambda: act(restore_text, line.key))


async def bring_back(line: TextLine) -> None:
    if await act(restore_text, line.key):
        toast(t("It is offered again."))


async def throw_away(line: TextLine) -> bool:
    """Ask once: a draft is gone then."""
    body = t("What counts now stays as it is.") if line.edition else t("It was never published, so it is gone then.")
    if not await confirm(t("Throw the draft away?"), body, t("Throw it away"), stop=True):
        return False
    gone = await act(drop_draft, line.key, line.version)
    if gone:
        ui.navigate.to(HERE)
    return gone is False


def _letters(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateIsIncomplete("file", troubles=t("Save it as UTF-8.")) from None
