"""Dialogs that book, move and change: what is typed stays until it is done or given up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
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
from components.form import Form, seg_field
from components.pickers.picker import Choice
from pages.schedule.booking_dates import MOST, DatesDialog, dates_of
from pages.schedule.booking_fields import Fields, Said, details, offered
from pages.schedule.trying import book
from studio.kernel.house import house
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.text import nt, t
from studio.schedule.actions import (
    book_walk_in,
    cancel_booking,
    cancel_series,
    create_booking,
    edit_booking,
    move_booking,
    move_series,
)
from studio.schedule.queries import artists, booking
from studio.schedule.refusals import ArtistOrStation, ClientIsNeeded, SeriesIsUnclear, TimeIsNeeded
from studio.schedule.rules.booking import WITHOUT_CLIENT
from studio.schedule.views import BookingCard

EDIT = "schedule.booking.edit"
REPEATING = ("weeks", "times", "until")
AROUND = ("buffer_before", "buffer_after")
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
        self.fields: Fields

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
                self.fields = Fields(self.form, choices, self.said)
                self._draw(self.fields)
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
        if self.mode in ("new", "edit"):
            fields.more(repeats=self.mode == "new")
        if self.mode == "move" and self.card and self.card.booking.series_id:
            rest = {"one": t("Only this one"), "all": t("This and all that follow")}
            self.form.field("rest", seg_field(t("It belongs to a series"), rest, "one"))

    def _words(self) -> tuple[str, str]:
        code = self.card.booking.code if self.card else ""
        return {
            "new": (t("New booking"), t("Book")),
            "walk_in": (t("Walk-in"), t("Book the next free time")),
            "move": (t("Move {code}", code=code), t("Move")),
            "edit": (t("Change {code}", code=code), t("Save changes")),
        }[self.mode]

    async def _save(self, values: dict[str, Any]) -> Any:
        every = values.pop("rest", "one") == "all"
        told = details({name: value for name, value in values.items() if name not in REPEATING})
        if self.mode == "walk_in":
            told = {name: value for name, value in told.items() if value not in (None, "", [])}
            done = await book(book_walk_in, told, form=self)
        elif self.card is None:
            done = await (self._series(values, told) if values.get("weeks") else book(create_booking, told, form=self))
        elif self.mode == "edit":
            kept = {name: values[name] for name in ("price",) if name in values}
            done = await book(edit_booking, told | kept, self.card.booking.id, form=self, after=(self.version,))
        else:
            verb: Any = move_series if every else move_booking
            done = await book(verb, told, self.card.booking.id, form=self, after=(self.version,))
        if done is not None:
            self.dialog.submit(done)
        return done

    @property
    def version(self) -> int | None:
        """Of the booking as it was read."""
        return self.card.booking.version if self.card else None

    async def _series(self, values: dict[str, Any], told: dict[str, Any]) -> Any:
        """Its dates are looked at before anything is booked."""
        trouble = missing(told)
        until, times = values.get("until"), values.get("times")
        starts = dates_of(told["starts_local"], values["weeks"], None if until else times, until) if not trouble else []
        if not trouble and not 2 <= len(starts) <= MOST:
            trouble = Invalid({"times": SeriesIsUnclear(most=MOST, weeks=12)})
        if trouble:
            self.complain(trouble)
            return None
        minutes = self.fields.length(values.get("minutes"), told.get("kind", ""))
        return await DatesDialog(self.fields.around() | told, minutes, starts).ask()


def missing(told: Mapping[str, Any]) -> Refusal | None:
    """What a series needs before its dates can be looked at."""
    lacks: dict[str, Refusal] = {}
    if not told.get("starts_local"):
        lacks["time"] = TimeIsNeeded()
    if not told.get("client_id") and told.get("kind") not in WITHOUT_CLIENT:
        lacks["client_id"] = ClientIsNeeded()
    if not told.get("artist_id") and not told.get("station_id"):
        lacks["artist_id"] = ArtistOrStation()
    return Invalid(lacks) if lacks else None


async def ask_for_booking(said: Said, mode: Literal["new", "walk_in"] = "new") -> None:
    """The form of a new booking; what was booked is said, with the way to it."""
    made = await BookingDialog(mode, said).ask()
    if made is None:
        return
    first = made[0] if isinstance(made, list) else made
    starts = here(first.starts_at)
    if isinstance(made, list):
        day = _day(starts)
        told = nt("{n} booking is made, from {day} on.", "{n} bookings are made, from {day} on.", len(made), day=day)
        toast(told, lambda: act(cancel_series, first.id, "studio"))
        return
    words = t("{code} is booked for {day}, {time}.", code=made.code, day=_day(starts), time=f"{starts:%H:%M}")
    toast(words, lambda: act(cancel_booking, made.id, "studio"))


async def ask_where_to(booking_id: UUID) -> None:
    """Day, time and place typed instead of dragged."""
    card = await look(booking, booking_id)
    done = await BookingDialog("move", said_of(card), card).ask()
    if isinstance(done, int):
        told = nt("{n} booking of the series is moved.", "{n} bookings of the series are moved.", done)
        toast(told, lambda: book(move_series, _stood(card), card.booking.id))
    elif done:
        toast(t("{code} is moved.", code=card.booking.code), back_again(card, done.version))


async def ask_for_changes(card: BookingCard) -> None:
    """Everything about a booking that stands."""
    done = await BookingDialog("edit", said_of(card), card).ask()
    if done:
        words = t("{code} is changed.", code=card.booking.code)
        toast(words, lambda: book(edit_booking, _was(card), card.booking.id, after=(done.version,)))


def back_again(card: BookingCard, seen: int | None = None) -> Callable[[], Awaitable[Any]]:
    """Where it stood before; refused when somebody changed it since, or took its time."""
    return lambda: book(move_booking, _stood(card), card.booking.id, after=(seen,))


def _stood(card: BookingCard) -> dict[str, Any]:
    return {name: getattr(card.booking, name) for name in ("starts_at", "ends_at", "artist_id", "station_id")}


def _was(card: BookingCard) -> dict[str, Any]:
    """All a form can change, as it was."""
    one = card.booking
    kept = {name: getattr(one, name) for name in ("kind", "client_id", "title", "price", *AROUND)}
    services = [{"service_id": line.service_id, "minutes": line.minutes, "price": line.price} for line in card.services]
    return {**_stood(card), **kept, "note": card.note, "services": services}


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
        before=one.buffer_before,
        after=one.buffer_after,
        price=one.price,
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
