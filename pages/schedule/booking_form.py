"""Dialogs that book, move and change: what is typed stays until it is done or given up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Literal
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.moments import here
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form
from components.pickers.picker import Choice
from pages.schedule.booking_fields import Fields, Said, details, offered
from pages.schedule.trying import book
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import (
    book_walk_in,
    cancel_booking,
    create_booking,
    edit_booking,
    move_booking,
)
from studio.schedule.queries import artists, booking
from studio.schedule.views import BookingCard

EDIT = "schedule.booking.edit"
FIELDS = {"starts_at": "time", "starts_local": "time", "ends_at": "minutes", "services": "services"}
Mode = Literal["new", "walk_in", "move", "edit"]


class Placed(Refusal):
    """A refusal under the names our fields have."""

    def __init__(self, was: Refusal) -> None:
        super().__init__()
        self.was = was

    def text(self) -> str:
        return self.was.text()

    @property
    def fields(self) -> dict[str, list[str]]:
        return {FIELDS.get(name, name): said for name, said in self.was.fields.items()}


class BookingDialog:
    """One dialog: for a new booking, a walk-in, or one that stands."""

    form: Form
    dialog: ui.dialog

    def __init__(self, mode: Mode, said: Said, card: BookingCard | None = None) -> None:
        self.mode, self.said, self.card = mode, said, card

    async def ask(self) -> Any:
        """What came of it; None when it was given up."""
        mine = await my_artist()
        choices = await offered(edit_scope(), mine)
        if edit_scope() == "own" and mine and not self.said.artist_id:
            self.said.artist_id = str(mine)
        title, act_words = self._words()
        with ui.dialog() as self.dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
            text(title, "", "h2")
            with Form(self._save) as self.form:
                self._draw(Fields(self.form, choices, self.said))
                with self.form.acts(act_words):
                    button(t("Cancel"), lambda: self.dialog.submit(None))
        self.dialog.props["aria-label"] = title
        return await answer(self.dialog)

    def complain(self, refusal: Refusal) -> None:
        self.form.complain(Placed(refusal))

    def _draw(self, fields: Fields) -> None:
        if self.mode != "move":
            fields.what()
        fields.where()
        if self.mode != "walk_in":
            fields.when()
        if self.mode != "move":
            fields.words()

    def _words(self) -> tuple[str, str]:
        code = self.card.booking.code if self.card else ""
        return {
            "new": (t("New booking"), t("Book")),
            "walk_in": (t("Walk-in"), t("Book the next free time")),
            "move": (t("Move {code}", code=code), t("Move")),
            "edit": (t("Change {code}", code=code), t("Save changes")),
        }[self.mode]

    async def _save(self, values: dict[str, Any]) -> Any:
        told = details(values)
        if self.mode == "walk_in":
            told = {name: value for name, value in told.items() if value not in (None, "", [])}
            done = await book(book_walk_in, told, form=self)
        elif self.card is None:
            done = await book(create_booking, told, form=self)
        else:
            one = self.card.booking
            verb = move_booking if self.mode == "move" else edit_booking
            done = await book(verb, told, one.id, form=self, after=(one.version,))
        if done is not None:
            self.dialog.submit(done)
        return done


async def ask_for_booking(said: Said, mode: Literal["new", "walk_in"] = "new") -> None:
    """The form of a new booking; what was booked is said, with the way to it."""
    made = await BookingDialog(mode, said).ask()
    if made is None:
        return
    starts = here(made.starts_at)
    words = t("{code} is booked for {day}, {time}.", code=made.code, day=_day(starts), time=f"{starts:%H:%M}")
    toast(words, lambda: act(cancel_booking, made.id, "studio"))


async def ask_where_to(booking_id: UUID) -> None:
    """Day, time and place typed instead of dragged."""
    card = await look(booking, booking_id)
    if await BookingDialog("move", said_of(card), card).ask():
        toast(t("{code} is moved.", code=card.booking.code), back_again(card))


async def ask_for_changes(card: BookingCard) -> bool:
    """Everything about a booking that stands."""
    return bool(await BookingDialog("edit", said_of(card), card).ask())


def back_again(card: BookingCard) -> Callable[[], Awaitable[Any]]:
    """Where it stood before."""
    one = card.booking
    to = {name: getattr(one, name) for name in ("starts_at", "ends_at", "artist_id", "station_id")}
    return lambda: book(move_booking, to, one.id)


def said_of(card: BookingCard) -> Said:
    """A booking as its form begins."""
    one = card.booking
    client = Choice(str(one.client_id), one.client, code=one.client_code) if one.client_id else None
    return Said(
        start=one.starts_local,
        minutes=int((one.ends_at - one.starts_at).total_seconds()) // 60,
        artist_id=str(one.artist_id or ""),
        station_id=str(one.station_id or ""),
        kind=one.kind,
        title=one.title,
        note=card.note,
        client=client,
        services=[str(line.service_id) for line in card.services],
    )


def edit_scope() -> Any:
    """`all`, `own`, or None for whoever may not book."""
    return house().rights.scope(current_actor(), EDIT)


async def my_artist() -> UUID | None:
    """The artist whoever is signed in works as."""
    me = current_actor().id
    return next((one.id for one in await look(artists) if me is not None and one.user_id == me), None)


def _day(starts: Any) -> str:
    from components.app.moments import show_date

    return show_date(starts.date())
