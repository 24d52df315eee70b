"""What the buttons of a card do, each with its Undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui import ui

from components.app.feedback import toast
from components.app.perform import act, look
from pages.schedule.beginning import begin, let_sign
from pages.schedule.showing import timer_text
from studio.kernel.text import t
from studio.schedule.actions import (
    check_in_booking,
    finish_session,
    pause_session,
    reopen_booking,
    start_session,
)
from studio.schedule.queries import booking
from studio.schedule.views import Booking


async def do(key: str, one: Booking) -> None:
    """One act of a card, as it was read; refused where it has moved on meanwhile."""
    step = STEPS.get(key)
    if step:
        await step(one)


async def send(one: Booking) -> None:
    """The form goes to the client."""
    if one.client_id:
        await let_sign(one.client_id)


async def check_in(one: Booking) -> None:
    """They are here."""
    if await act(check_in_booking, one.id):
        toast(t("{name} is here.", name=name_of(one)), lambda: act(reopen_booking, one.id))


async def start(one: Booking) -> None:
    """To the chair, or on after a pause."""
    await begin(one)


async def pause(one: Booking) -> None:
    """The timer rests."""
    if await act(pause_session, one.id):
        toast(t("The timer of {name} rests.", name=name_of(one)), lambda: act(start_session, one.id))


async def finish(one: Booking) -> None:
    """Done; how long it took is said."""
    if await act(finish_session, one.id):
        card = await look(booking, one.id)
        told = timer_text(card.worked(card.booking.finished_at or card.updated_at))
        words = t("{name} is done after {time}.", name=name_of(one), time=told)
        toast(words, lambda: act(reopen_booking, one.id))


async def open_file(one: Booking) -> None:
    """The client's file, where the answer is read."""
    ui.navigate.to(f"/clients/{one.client_code}")


def name_of(one: Booking) -> str:
    """Whoever comes, or the code where nobody is named."""
    return one.client or one.code


STEPS: Mapping[str, Callable[[Booking], Awaitable[Any]]] = {
    "send": send,
    "check_in": check_in,
    "start": start,
    "pause": pause,
    "finish": finish,
    "open": open_file,
}
