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
from pages.schedule.booking_fields import Fields, Said, details, offered
from pages.schedule.booking_form import Placed, edit_scope, my_artist
from pages.schedule.trying import book
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.schedule.actions import cancel_booking, cancel_series
from studio.schedule.words import KINDS
from studio.tattoo.actions import book_session, book_sessions
from studio.tattoo.views import NextSlot, PieceCard

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
        verb, after = (book_sessions, (times, weeks)) if times > 1 else (book_session, ())
        done = await book(verb, told, card.piece.id, form=_Complaints(form), after=after)
        if done is not None:
            dialog.submit(done)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
        text(title, "", "h2")
        text(_gap(card), "second prose", "p")
        with Form(save) as form:
            fields = Fields(form, choices, _said(card, slot, names))
            form.field("kind", choice_field(t("Kind"), {key: t(KINDS[key]) for key in OFFERED}, _kind(card)))
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


def _kind(card: PieceCard) -> str:
    """What is most likely booked where it stands now."""
    if card.piece.state == "enquiry":
        return "consult"
    over = card.piece.state in ("healing", "touch_up", "closed") and not card.reckoning.sessions_left
    return "touch_up" if over else "session"


def _gap(card: PieceCard) -> str:
    if card.healing.until is None:
        return t("Sessions stand {n} days apart, so that the skin heals.", n=card.healing.days)
    return t("The skin is healed from {day} on.", day=show_date(card.healing.until))
