"""What became of a form, and where to go from here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.app.button import button
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.decline import reopen
from studio.clients.queries import RegistrationRow, card_by_id, list_registrations
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


async def draw_outcome(
    row: RegistrationRow, go_on: Callable[[], Awaitable[None]] | None = None, *, decides: bool
) -> None:
    """Who decided what; the client's file, or a way back; the next form that waits."""
    with ui.element("div").classes("outcome flashed stack"):
        if row.state == "declined":
            status_mark("none", t("Declined"))
            text(row.reason, "prose", "p")
        else:
            status_mark(
                "ok", t("On file as a new client") if row.state == "accepted" else t("Merged into a client on file")
            )
        if row.decided_at:
            by = row.decided_by or t("Accepted by itself")
            text(f"{by} · {when(row.decided_at)}", "second small", "p")
        with ui.element("div").classes("decide-acts"):
            await client_button(row)
            if row.state == "declined" and decides:
                button(t("Take it up again"), lambda: reopen(row.id), icon="undo")
            await next_button(go_on)


async def client_button(row: RegistrationRow) -> None:
    """The way to the file the form went into."""
    if row.client_id is None:
        return
    try:
        card = await look(card_by_id, row.client_id)
    except Refusal:
        return
    button(t("Open {name}", name=card.name), to=f"/clients/{card.code}", kind="primary", icon="clients", key="o")
    for slot in registry().slots("inbox.outcome.acts", current_actor(), house().rights):
        slot.draw(card)


async def next_button(go_on: Callable[[], Awaitable[None]] | None) -> None:
    """The form that waits longest, if one does; beside the list, the one that follows there."""
    waiting = await look(list_registrations, state="waiting", size=1)
    if waiting.items and go_on:
        button(t("Next form"), go_on, icon="right")
    elif waiting.items:
        button(t("Next form"), to=f"/inbox/{waiting.items[0].id}", icon="right", key="n")
    elif not go_on:
        button(t("Inbox"), to="/inbox", icon="inbox")
