"""Who looks after a client, on the profile: seen by everybody, said by the desk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, choice_field
from studio.clients.actions import set_artist
from studio.clients.queries import ClientCard, everybody_here
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t

NOBODY = ""


def draw(card: ClientCard) -> None:
    """A section of the overview."""
    with ui.element("div").classes("line apart"):
        text(card.artist or t("Nobody in particular"), "" if card.artist else "quiet")
        if card.archived_at is None and may(current_actor(), "clients.artist.set", house().rights):
            button(t("Change"), lambda: choose(card), kind="bare")


async def choose(card: ClientCard) -> None:
    """One of those who work here, or nobody."""
    people = {
        NOBODY: t("Nobody in particular"),
        **{str(key): name for key, name in (await look(everybody_here)).items()},
    }
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Who looks after {name}?", name=card.name), "", "h2")
        text(
            t("Artists who see the contact of their own clients only see it for those they look after."), "second", "p"
        )

        async def save(values: dict[str, Any]) -> bool | None:
            chosen = values["artist_id"] or None
            done = await attempt(set_artist, form, card.id, UUID(chosen) if chosen else None)
            if done:
                dialog.submit(True)
            return done is not None or None

        with Form(save) as form:
            form.field("artist_id", choice_field(t("Looked after by"), people, str(card.artist_id or NOBODY)))
            with form.acts(t("Save")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Who looks after {name}?", name=card.name)
    if await answer(dialog):
        toast(t("Saved."), lambda: act(set_artist, card.id, card.artist_id))
