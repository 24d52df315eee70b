"""Putting somebody on the waitlist, and changing what they wait for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.moments import reading_locale
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import DateField, Form, NumberField, choice_field, long_field, text_field
from pages.clients.picking import ClientPicker
from pages.schedule.booking_fields import NOBODY, several_field
from pages.schedule.waiting_words import SHORT_DAYS
from studio.kernel.refusal import Invalid
from studio.kernel.text import t
from studio.schedule.actions import add_to_waitlist, edit_waiter, remove_waiter
from studio.schedule.queries import Waiter, artists
from studio.schedule.refusals import ClientIsNeeded
from studio.schedule.words import KINDS


async def ask_to_wait(one: Waiter | None = None) -> None:
    """The form; for somebody who waits already, with what they wait for."""
    known = {str(artist.id): artist.name for artist in await look(artists) if artist.active}
    people = {NOBODY: t("Any artist"), **known}
    title = t("What {name} waits for", name=one.client) if one else t("Put somebody on the waitlist")

    async def save(values: dict[str, Any]) -> Any:
        client, wish = values.pop("client_id", None), _wish(values)
        if one is not None:
            done = await attempt(edit_waiter, form, one.id, wish, one.version)
        elif not client:
            form.complain(Invalid({"client_id": ClientIsNeeded()}))
            return None
        else:
            done = await attempt(add_to_waitlist, form, UUID(client), wish)
        if done is not None:
            dialog.submit(done)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
        text(title, "", "h2")
        with Form(save) as form:
            _fields(form, one, people)
            with form.acts(t("Save changes") if one else t("Put on the waitlist")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = title
    made = await answer(dialog)
    if made is not None and one is None:
        toast(t("They are on the waitlist."), lambda: act(remove_waiter, made.id))
    elif made is not None:
        toast(t("Saved."))


def _fields(form: Form, one: Waiter | None, people: dict[str, str]) -> None:
    if one is None:
        form.field("client_id", ClientPicker())
    kinds = {key: t(word) for key, word in KINDS.items() if key != "block"}
    with ui.element("div").classes("two"):
        form.field("kind", choice_field(t("Kind"), kinds, one.kind if one else "session"))
        form.field("minutes", NumberField(t("Length"), one.minutes if one else 60, unit=t("min")))
        chosen = str(one.artist_id) if one and one.artist_id else NOBODY
        form.field("artist_id", choice_field(t("Artist"), people, chosen))
        form.field("style", text_field(t("Style"), one.style if one else ""))
        locale = reading_locale()
        form.field("from_on", DateField(t("Not before"), one.from_on if one else None, locale=locale))
        form.field("until_on", DateField(t("Not after"), one.until_on if one else None, locale=locale))
    days = {key: t(word) for key, word in SHORT_DAYS.items()}
    form.field("days", several_field(t("Days that suit; none for any"), days, one.days if one else []))
    form.field("note", long_field(t("Note"), one.note if one else "", rows=2))


def _wish(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "artist_id": UUID(values["artist_id"]) if values["artist_id"] else None}
