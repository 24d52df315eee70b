"""The signature an artist keeps on file: drawn and seen by themselves, taken off by the office too."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form
from components.signature import SignaturePad, strokes_svg
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import keep_signature
from studio.schedule.queries import Artist
from studio.schedule.queries.signature import kept_signature

KEEP = "schedule.signature.keep"


async def draw_signature(one: Artist) -> None:
    """A panel beside the facts; for others who may not take it off there is none."""
    mine = one.user_id is not None and one.user_id == current_actor().id
    scope = house().rights.scope(current_actor(), KEEP)
    if one.archived_at or not may(current_actor(), KEEP, house().rights) or not (mine or scope == "all"):
        return
    ink = await look(kept_signature, one.id) if mine else None
    with ui.element("section").classes("panel stack"):
        text(t("Signature for reports"), "", "h2")
        if ink:
            with ui.element("div").classes("signed-ink"):
                strokes_svg(ink, label=t("Signature of {name}", name=one.name))
        elif one.signature:
            status_mark("ok", t("Kept; only {name} sees it", name=one.name)).classes("long")
        else:
            text(t("None yet.") if mine else t("None yet. {name} draws it here.", name=one.name), "second", "p")
        text(t("Consents are signed by hand each time, never with this."), "small quiet", "p")
        with ui.element("div").classes("line wrap"):
            if mine:
                words = t("Draw it anew") if one.signature else t("Draw your signature")
                button(words, partial(_ask, one), icon="edit")
            if one.signature:
                button(t("Take it off the file"), partial(_take_off, one), kind="bare")


async def _ask(one: Artist) -> None:
    title = t("Draw your signature")

    async def save(values: dict[str, Any]) -> Any:
        done = await attempt(keep_signature, form, one.id, values["signature"] or "")
        if done is not None:
            dialog.submit(True)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
        text(title, "", "h2")
        with Form(save) as form:
            form.field("signature", SignaturePad(t("Your signature")))
            with form.acts(t("Keep it")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    if await answer(dialog):
        toast(t("Your signature is on file."))


async def _take_off(one: Artist) -> None:
    title = t("Take the signature of {name} off the file?", name=one.name)
    body = t("What was signed with it stays as it is. It cannot be brought back, only drawn anew.")
    if await confirm(title, body, t("Take it off the file"), stop=True):
        await act(keep_signature, one.id, None)
