"""One attached file in its list, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.icons import icon
from components.app.marks import status_mark
from components.app.moments import show_date
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, check_field, long_field, text_field
from pages.documents.attachments.looking import look_at, opens
from pages.documents.attachments.words import ADDRESS, short_word, shown_title, told
from studio.documents.attachments.actions import bring_back_attachment, describe_attachment, remove_attachment
from studio.documents.attachments.queries import AttachmentLine
from studio.extension.attaching import Carrier
from studio.extension.incoming import PICTURES
from studio.kernel.text import t


def draw_line(one: AttachmentLine, carrier: Carrier, *, adds: bool, fresh: bool) -> None:
    """The file as whoever looks may see it."""
    with ui.element("li").classes("attached-row flashed" if fresh else "attached-row"):
        _mark(one)
        with ui.element("div").classes("grow stack tight"):
            _title(one)
            text(told(one), "small second")
            if one.note:
                text(one.note, "small prose", "p")
            if one.removed_at:
                removed = t("Removed on {day} by {who}", day=show_date(one.removed_at), who=one.removed_by_name)
                text(removed, "small quiet")
        if one.private:
            status_mark("flag", t("Private"))
        with ui.element("div").classes("line attached-acts"):
            _acts(one, carrier, adds=adds)


def _mark(one: AttachmentLine) -> None:
    """A little picture, or what kind of file it is."""
    if one.pictured and one.removed_at is None:
        picture = ui.element("img").classes("attached-mark")
        picture.props.update({"src": f"{ADDRESS}/{one.id}/small.jpg", "alt": "", "loading": "lazy"})
        return
    with ui.element("div").classes("attached-mark").props("aria-hidden=true"):
        icon("photo" if one.kind in PICTURES else "lock" if not one.readable else "note")
        text(short_word(one.kind), "small")


def _title(one: AttachmentLine) -> None:
    name = shown_title(one)
    if not opens(one):
        text(name, "medium attached-name")
        return
    made = button(name, partial(look_at, one), kind="bare").classes("attached-name")
    made.props["aria-label"] = t("Look at {name}", name=name)


def _acts(one: AttachmentLine, carrier: Carrier, *, adds: bool) -> None:
    name = shown_title(one)
    if one.removed_at is not None:
        if one.removable:
            button(t("Bring back"), partial(_bring_back, one), icon="undo")
        return
    if one.readable:
        icon_button("download", t("Save {name}", name=name), to=f"{ADDRESS}/{one.id}/save")
        if adds:
            icon_button("edit", t("Describe {name}", name=name), partial(_describe, one, carrier))
    if one.removable:
        icon_button("trash", t("Remove {name}", name=name), partial(_remove, one))


async def _remove(one: AttachmentLine) -> None:
    if await act(remove_attachment, one.id):
        words = t("{name} is removed. It can be brought back for some days.", name=shown_title(one))
        toast(words, partial(act, bring_back_attachment, one.id))


async def _bring_back(one: AttachmentLine) -> None:
    if await act(bring_back_attachment, one.id):
        toast(t("{name} is back.", name=shown_title(one)), partial(act, remove_attachment, one.id))


async def _describe(one: AttachmentLine, carrier: Carrier) -> None:
    """Name, note, and who may look at it."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Describe the file"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            private = bool(values.get("private"))
            given = (one.id, values["name"], values["note"])
            if await attempt(describe_attachment, form, *given, private=private, seen_version=one.version) is None:
                return None
            dialog.submit(True)
            return True

        with Form(save) as form:
            form.field("name", text_field(t("Name"), one.name, required=True)).props("autofocus")
            form.field("note", long_field(t("Note"), one.note))
            if carrier.private:
                form.field("private", check_field(t(carrier.private_word), one.private))
            with form.acts(t("Save")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Describe the file")
    await answer(dialog)
