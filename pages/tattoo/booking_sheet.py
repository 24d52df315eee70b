"""The form for a further session of a piece, or several so many weeks apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.moments import here, show_date, show_time
from components.app.perform import act
from components.app.text import text
from components.form import Form, NumberField, choice_field
from pages.schedule.booking_dates import DatesDialog, dates_of
from pages.schedule.booking_fields import Fields, Said, details, offered
from pages.schedule.booking_form import Placed, edit_scope, my_artist
from pages.schedule.trying import book
from pages.tattoo.showing import next_kind
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.schedule.actions import cancel_booking, cancel_series
from studio.schedule.words import KINDS
from studio.tattoo.actions import book_session
from studio.tattoo.views import NextSlot, PieceCard

DAYS = 7
OFFERED = ("session", "consult", "touch_up")


class _Complaints:
    """Refusals under the names our fields have."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def complain(self, refusal: Refusal) -> None:
        self.form.complain(Placed(refusal))


async def ask_for_session(card: PieceCard, slot: NextSlot, names: Mapping[str, str]) -> None:
    """Kind, who, where, when; the next possible time stands there at first."""
    choices = await offered(edit_scope(), await my_artist())
    title = t("Book {name}", name=card.piece.title)

    async def save(values: dict[str, Any]) -> Any:
        times, weeks = values.pop("times") or 1, values.pop("weeks")
        told = details(values)
        if times > 1 and told.get("starts_local"):
            minutes = fields.length(values.get("minutes"), told["kind"])
            done = await _series(card, fields.around() | told, minutes, times, weeks)
        else:
            done = await book(book_session, told, card.piece.id, form=_Complaints(form))
        if done is not None:
            dialog.submit(done)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
        text(title, "", "h2")
        text(_gap(card), "second prose", "p")
        with Form(save) as form:
            fields = Fields(form, choices, _said(card, slot, names))
            form.field("kind", choice_field(t("Kind"), {key: t(KINDS[key]) for key in OFFERED}, next_kind(card)))
            fields.where()
            fields.when()
            with ui.element("div").classes("two"):
                form.field("times", NumberField(t("How many times"), 1))
                healing = t("Empty: as long as the skin heals")
                form.field("weeks", NumberField(t("Weeks apart"), None, hint=healing))
            with form.acts(t("Book")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    _tell(await answer(dialog))


async def _series(card: PieceCard, told: dict[str, Any], minutes: int, times: int, weeks: int | None) -> Any:
    """Its dates are looked at before anything is booked."""
    one, gap = card.piece, -(-card.healing.days // DAYS)
    about = {"client_id": one.client_id, "title": one.title, "subject_kind": "piece", "subject_id": one.id}
    service = [{"service_id": card.service_id}] if card.service_id and told["kind"] == "session" else []
    starts = dates_of(told["starts_local"], weeks or max(1, gap), times, None)
    return await DatesDialog({"services": service} | told | about, minutes, starts).ask()


def _tell(made: Any) -> None:
    if isinstance(made, list) and made:
        words = nt("{n} session is booked.", "{n} sessions are booked.", len(made))
        toast(words, partial(act, cancel_series, made[0].id, "studio"))
    elif made is not None and not isinstance(made, list):
        starts = here(made.starts_at)
        day = show_date(starts.date())
        words = t("{code} is booked for {day}, {time}.", code=made.code, day=day, time=show_time(starts))
        toast(words, partial(act, cancel_booking, made.id, "studio"))


def _said(card: PieceCard, slot: NextSlot, names: Mapping[str, str]) -> Said:
    starts = here(slot.starts_at) if slot.starts_at else None
    known = str(slot.artist_id) if str(slot.artist_id) in names else ""
    start = starts.strftime("%Y-%m-%dT%H:%M") if starts else ""
    return Said(start=start, minutes=slot.minutes, artist_id=known, title=card.piece.title)


def _gap(card: PieceCard) -> str:
    if card.healing.until is None:
        return t("Sessions stand {n} days apart, so that the skin heals.", n=card.healing.days)
    return t("The skin is healed from {day} on.", day=show_date(card.healing.until))
