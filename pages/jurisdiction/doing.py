"""What can be done with profiles from more than one screen: choose, copy, take in, hand out, remove."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.perform import act, attempt, look
from components.app.text import text
from components.files import FileField, Handed
from components.form import Form, text_field
from studio.extension.incoming import RULES, Allowed
from studio.jurisdiction.actions import choose_profile, copy_profile, import_profile, remove_profile
from studio.jurisdiction.queries import ProfileLine, profile
from studio.jurisdiction.refusals import ProfileIsUnreadable
from studio.jurisdiction.writing import write_profile
from studio.kernel.house import house
from studio.kernel.text import t

HERE = "/settings/countries"


async def choose(key: str, name: str) -> None:
    """Ask once, since it changes who may get what from now on; the way back is offered."""
    before = str(house().settings["studio.jurisdiction"])
    body = t("Ages and times for new forms and consents follow it at once. What is signed keeps the rules of its day.")
    if await confirm(t("Use {name}?", name=name), body, t("Use it")):
        await act(choose_profile, key)
        if house().settings["studio.jurisdiction"] == key:
            toast(t("In force now: {name}.", name=name), lambda: act(choose_profile, before))


async def ask_copy(key: str, name: str) -> None:
    """A name for the copy; then on to changing it."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Make it your own"), "", "h2")
        text(t("A copy you can change. It counts once you use it."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            made = await attempt(copy_profile, form, key, values["name"])
            if made:
                dialog.submit(made.key)
            return made is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), t("{name}, our own", name=name), required=True)).props("autofocus")
            with form.acts(t("Make the copy")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Make it your own")
    made = await answer(dialog)
    if made:
        ui.navigate.to(f"{HERE}/{made}/change")


async def take_in() -> None:
    """A profile from a file, as one of the studio's own."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Take in a file"), "", "h2")

        async def take(handed: Handed) -> None:
            made = await act(import_profile, _letters(handed.read()))
            if made:
                dialog.submit(made.key)

        FileField(take, label=t("Drop the file of a country profile here"), allowed=Allowed(RULES, 1))
        with ui.element("div").classes("acts"):
            button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Take in a file")
    made = await answer(dialog)
    if made:
        ui.navigate.to(f"{HERE}/{made}")


async def hand_out(key: str) -> None:
    """The profile as a file, which another studio can take in."""
    one = await look(profile, key)
    ui.download.content(write_profile(one).encode(), f"{key}.toml", "application/toml")


async def remove(line: ProfileLine) -> None:
    """Ask once; what it said while it was in force stays on record."""
    body = t("What it said while it was in force stays on record.")
    if line.id is None or not await confirm(t("Remove {name}?", name=line.name), body, t("Remove"), stop=True):
        return
    if await act(remove_profile, line.id, line.version):
        ui.navigate.to(HERE)


def _letters(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProfileIsUnreadable(troubles=t("Save it as UTF-8.")) from None
