"""How it heals: what a client said some days after a session, and the place to note it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.marks import Kind, status_mark
from components.app.moments import when
from components.app.perform import attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, seg_field, text_field
from studio.clients.queries import ClientCard
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.schedule.actions import note_healing
from studio.schedule.queries import BookingCard, Healing, healing_of, healing_of_client
from studio.schedule.rules.healing import HEALS
from studio.schedule.words import HEALING

DONE = healing_of.needs
MARKS: Mapping[str, Kind] = {"fine": "ok", "concern": "warn", "touch_up": "wait"}


async def draw_healing(card: BookingCard) -> None:
    """On the page of a session that is done; nothing on others, or for whoever does not ask clients."""
    one = card.booking
    if one.status != "done" or one.kind not in HEALS or not may(current_actor(), DONE, house().rights):
        return
    with ui.element("section").classes("stack"):
        with ui.element("div").classes("line apart"):
            text(t("How it heals"), "", "h2")
            button(t("Note what they said"), lambda: ask(card), kind="bare", icon="heart")
        _rows(await look(healing_of, one.id))


async def draw_client(card: ClientCard) -> None:
    """On a client's profile, beside health answers: after all their sessions."""
    _rows(await look(healing_of_client, card.id), with_code=True)


async def ask(card: BookingCard) -> None:
    """What they said."""
    one = card.booking
    title = t("How does it heal, {name}?", name=one.client)

    async def save(values: dict[str, Any]) -> Any:
        done = await attempt(note_healing, form, one.id, values["answer"], values["note"])
        if done is not None:
            dialog.submit(done)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        with Form(save) as form:
            said = {key: t(word) for key, word in HEALING.items()}
            form.field("answer", seg_field(t("They say"), said, "fine"))
            form.field("note", text_field(t("Note"), hint=t("May be left empty")))
            with form.acts(t("Note it")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    if await answer(dialog) is not None:
        toast(t("Noted. Nobody is asked to call again for now."))


def _rows(found: list[Healing], *, with_code: bool = False) -> None:
    if not found:
        text(t("Nobody has asked yet."), "second", "p")
        return
    with ui.element("ul").classes("ruled"):
        for one in found:
            with ui.element("li").classes("line wrap loose"):
                status_mark(MARKS[one.answer], t(HEALING[one.answer]))
                with ui.element("div").classes("grow stack tight"):
                    if one.note:
                        text(one.note, "prose", "div")
                    told = [
                        nt("{n} day after the session", "{n} days after the session", one.day),
                        one.by_name,
                        when(one.at),
                    ]
                    text(" · ".join(told), "second small", "div")
                if with_code:
                    text(one.code, "link small", "a").props["href"] = f"/bookings/{one.code}"
