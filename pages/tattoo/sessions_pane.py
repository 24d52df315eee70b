"""Sessions of a piece: all its bookings, and the next time one could be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import here, show_date, show_time
from components.app.perform import act, look
from components.app.text import text
from pages.catalog.showing import minutes_text, money_text
from pages.schedule.showing import STEPS
from pages.schedule.trying import book
from pages.tattoo.booking_sheet import ask_for_session
from pages.tattoo.hands import Hands
from pages.tattoo.ring import ring_svg
from pages.tattoo.showing import may_now, next_kind
from studio.kernel.money import Money
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.schedule.actions import cancel_booking
from studio.schedule.queries import artists
from studio.schedule.rules.booking import USUAL_MINUTES
from studio.schedule.rules.steps import STATUSES
from studio.schedule.words import KINDS
from studio.tattoo.actions import book_session
from studio.tattoo.queries import next_slot
from studio.tattoo.rules.reckoning import Session, price_of
from studio.tattoo.rules.steps import OVER
from studio.tattoo.views import NextSlot, PieceCard

BOOK = "schedule.booking.edit"


async def next_of(card: PieceCard, hands: Hands) -> tuple[NextSlot, Mapping[str, str]] | None:
    """When a further session could be and who works here; nothing for whoever may not book, or where it is over."""
    if not may_now(BOOK) or card.piece.archived_at or card.piece.state in OVER:
        return None
    try:
        names = {str(one.id): one.name for one in await look(artists)}
        return await look(next_slot, card.piece.id, USUAL_MINUTES.get(next_kind(card)), hands.books_for), names
    except Refusal:
        return None


def draw(card: PieceCard, slot: tuple[NextSlot, Mapping[str, str]] | None) -> None:
    """The next free time first, then each booking in order."""
    sums = card.reckoning
    planned = max(sums.sessions_planned, sums.sessions_done + sums.sessions_ahead)
    done = t("{done} of {planned} done", done=sums.sessions_done, planned=planned)
    with ui.element("section").classes("panel stack"):
        with ui.element("div").classes("line apart wrap"):
            with ui.element("div").classes("line piece-count"):
                _ring(card)
                with ui.element("div"):
                    text(t("Sessions"), "", "h2")
                    text(done, "second")
            if slot is not None:
                button(t("Book…"), partial(ask_for_session, card, slot[0], slot[1]), icon="calendar", key="b")
        if slot is not None and (_wanted(card)):
            _next(card, *slot)
        if not card.sessions:
            text(t("Nothing is booked yet."), "second", "p")
        with ui.element("ul").classes("piece-sessions"):
            for one in card.sessions:
                _row(card, one)


def _wanted(card: PieceCard) -> bool:
    """Whether another booking of the likeliest kind is still to come."""
    kind = next_kind(card)
    if kind == "session":
        return card.reckoning.sessions_left > 0
    return card.touch_up.left > 0 if kind == "touch_up" else not card.sessions


def _ring(card: PieceCard) -> None:
    """A ring with a part for each session: done, booked, to come."""
    sums = card.reckoning
    parts = ["done"] * sums.sessions_done + ["ahead"] * sums.sessions_ahead + [""] * sums.sessions_left
    if len(parts) < 2:
        return
    with ui.element("div").classes("piece-ring").props("role=img") as ring:
        ui.html(ring_svg(parts), sanitize=False)
    ring.props["aria-label"] = nt("{n} session left", "{n} sessions left", sums.sessions_left)


def _next(card: PieceCard, slot: NextSlot, names: Mapping[str, str]) -> None:
    with ui.element("div").classes("piece-next line apart wrap"):
        if slot.starts_at is None:
            words = t("No free time in sight from {day} on.", day=show_date(slot.not_before))
            text(words, "second", "p")
            return
        starts = here(slot.starts_at)
        who = names.get(str(slot.artist_id), "")
        with ui.element("div").classes("stack tight"):
            text(t("Next possible: {kind}", kind=t(KINDS[next_kind(card)]).lower()), "small second", "div")
            text(f"{show_date(starts.date(), 'full')}, {show_time(starts)}", "strong", "div")
            text(", ".join(filter(None, (minutes_text(slot.minutes), who))), "second small", "div")
        button(t("Book it"), partial(_book, card, slot), kind="primary")


async def _book(card: PieceCard, slot: NextSlot) -> None:
    told = {"kind": next_kind(card), "starts_at": slot.starts_at, "minutes": slot.minutes, "artist_id": slot.artist_id}
    made = await book(book_session, told, card.piece.id)
    if made is not None:
        starts = here(made.starts_at)
        words = t(
            "{code} is booked for {day}, {time}.", code=made.code, day=show_date(starts.date()), time=f"{starts:%H:%M}"
        )
        toast(words, partial(act, cancel_booking, made.id, "studio"))


def _row(card: PieceCard, one: Session) -> None:
    starts = here(one.starts_at)
    price = price_of(one, card.piece.quote)
    length = minutes_text(one.seconds // 60)
    with ui.element("li"), ui.link(target=f"/bookings/{one.code}").classes("line apart wrap"):
        with ui.element("div").classes("stack tight grow"):
            text(f"{show_date(starts.date())}, {show_time(starts)}", "strong", "div")
            text(", ".join(filter(None, (t(KINDS[one.kind]), length, one.artist))), "second small", "div")
        if price:
            text(money_text(Money(price, card.reckoning.money_done.currency)), "num")
        status_mark(STEPS[one.status], t(STATUSES[one.status]))
