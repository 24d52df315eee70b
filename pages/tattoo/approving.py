"""Dialogs about a design: a new version, its spelling, the letters one by one, the client's yes, and its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nicegui import run, ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import attempt
from components.app.text import text
from components.files import FileField, Handed
from components.form import Form, choice_field, long_field
from components.signature.picture import png_of
from components.signature.signature import SignaturePad
from studio.extension.incoming import PICTURES, Allowed, Safe
from studio.kernel.text import t
from studio.tattoo.actions import add_design, approve_design, check_spelling, confirm_letters, void_approval
from studio.tattoo.refusals import PictureIsUnclear
from studio.tattoo.views import Design, PieceCard
from studio.tattoo.words import APPROVED

TAKEN, SIDE = Allowed(PICTURES, 15), 2400


async def ask_design(card: PieceCard) -> None:
    """A picture, the lettering exactly as it will stand on the skin, and a note."""

    async def save(values: Mapping[str, Any]) -> Any:
        if not files.value:
            files.complain(PictureIsUnclear().text())
            return None
        picture = await run.io_bound(_safe, files.value[0])
        told = (values["lettering"], values["note"])
        return await attempt(add_design, form, card.piece.id, picture, *told) if picture else None

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Design of {name}", name=card.piece.title), "", "h2")
        if card.designs and card.designs[0].approved:
            text(t("What the client approved before is approved no longer."), "second prose", "p")
        with Form(_closing(dialog, save)) as form:
            files = FileField(label=t("Drop the drawing here, or paste it"), allowed=TAKEN, side=SIDE)
            hint = t("Every letter as it will stand on the skin. Empty where there is none.")
            form.field("lettering", long_field(t("Lettering"), hint=hint, rows=2))
            form.field("note", long_field(t("Note"), rows=2))
            _acts(form, dialog, t("Add the design"))
    await _said(dialog, t("Design"), t("The design is added."))


async def ask_spelling(one: Design) -> None:
    """Typed anew by somebody who looks at the drawing, and compared letter by letter."""

    async def save(values: Mapping[str, Any]) -> Any:
        return await attempt(check_spelling, form, one.id, values["typed"])

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Check the spelling"), "", "h2")
        words = t("Type the words from the drawing, not from memory. They are compared with what was written down.")
        text(words, "second prose", "p")
        _picture(one)
        with Form(_closing(dialog, save)) as form:
            form.field("typed", long_field(t("What the drawing says"), rows=2, required=True))
            _acts(form, dialog, t("Compare"))
    await _said(dialog, t("Check the spelling"), t("The spelling is right, letter by letter."))


async def ask_letters(one: Design) -> None:
    """The words large, for the client to read letter by letter."""

    async def save(_: Mapping[str, Any]) -> Any:
        return await attempt(confirm_letters, form, one.id)

    with ui.dialog().props("maximized") as dialog, ui.element("div").classes("sheet stack loose piece-letters"):
        text(t("Please read every letter"), "", "h2")
        text(t("This is how it will stand on your skin."), "second", "p")
        with ui.element("div").classes("letters"):
            for letter in one.lettering:
                text(" " if letter == " " else letter, "break" if letter == "\n" else "", "span")
        with Form(_closing(dialog, save)) as form:
            _acts(form, dialog, t("Every letter is right"))
    await _said(dialog, t("Please read every letter"), t("The client confirmed every letter."))


async def ask_approval(one: Design) -> None:
    """The client's yes: signed here, said at the desk, or written in a message."""

    async def save(values: Mapping[str, Any]) -> Any:
        ink = png_of(values["signature"]) if values["how"] == "on_screen" else None
        return await attempt(approve_design, form, one.id, values["how"], ink, values["note"])

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("The client approves version {n}", n=one.no), "", "h2")
        _picture(one)
        with Form(_closing(dialog, save)) as form:
            ways = {key: t(word) for key, word in APPROVED.items()}
            how = form.field("how", choice_field(t("How"), ways, "on_screen"))
            pad = form.field("signature", SignaturePad(t("The client signs here")))
            pad.bind_visibility_from(how, "value", value="on_screen")
            form.field("note", long_field(t("Note"), rows=2, hint=t("Such as: by message on Tuesday")))
            _acts(form, dialog, t("Approve the design"))
    await _said(dialog, t("The client approves"), t("The design is approved."))


async def ask_void(one: Design) -> None:
    """Why the yes no longer counts."""

    async def save(values: Mapping[str, Any]) -> Any:
        return await attempt(void_approval, form, one.id, values["reason"])

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Version {n} is not approved any more", n=one.no), "", "h2")
        with Form(_closing(dialog, save)) as form:
            form.field("reason", long_field(t("Why"), rows=2, required=True))
            _acts(form, dialog, t("Take the approval back"))
    await _said(dialog, t("Not approved any more"), t("It has to be approved again."))


def _closing(dialog: ui.dialog, save: Any) -> Any:
    """Saving that closes the dialog once it is done."""

    async def done(values: dict[str, Any]) -> Any:
        made = await save(values)
        if made is not None:
            dialog.submit(True)
        return made

    return done


def _acts(form: Form, dialog: ui.dialog, words: str) -> None:
    with form.acts(words):
        button(t("Cancel"), lambda: dialog.submit(None))


async def _said(dialog: ui.dialog, name: str, words: str) -> None:
    dialog.props["aria-label"] = name
    if await answer(dialog):
        toast(words)


def _picture(one: Design) -> None:
    if one.pictured:
        shot = ui.element("img").classes("piece-shown")
        shot.props.update({"src": address_of(one.id), "alt": t("Version {n}", n=one.no)})


def address_of(design_id: UUID, *, small: bool = False) -> str:
    """Where the picture of a version is handed out."""
    return f"/pieces/designs/{design_id}/{'small' if small else 'large'}"


def _safe(handed: Handed) -> Safe:
    return Safe(handed.kind, handed.read(), small=handed.small)
