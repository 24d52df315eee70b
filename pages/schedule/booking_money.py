"""The deposit of a booking: what is due, where it stands, and noting that it was taken, waived or is due after all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import Kind, status_mark
from components.app.perform import act
from components.app.text import text
from pages.catalog.showing import money_text
from studio.kernel.text import N_, t
from studio.schedule.actions import note_deposit
from studio.schedule.views import Booking, BookingCard
from studio.schedule.words import DEPOSIT_STATES

MARKS: Mapping[str, Kind] = {"none": "none", "due": "warn", "recorded": "ok", "waived": "none"}
NEXT: Mapping[str, tuple[tuple[str, str], ...]] = {
    "due": (("recorded", N_("Deposit taken")), ("waived", N_("Waive it"))),
    "recorded": (("due", N_("Not taken after all")),),
    "waived": (("due", N_("Ask for it again")),),
}
"""State → the states it may be put into, with what the button says."""


def draw(card: BookingCard, *, edits: bool) -> None:
    """Nothing where no deposit is asked for."""
    one = card.booking
    if not one.deposit_due and one.deposit_state == "none":
        return
    with ui.element("section").classes("panel stack booking-deposit"):
        with ui.element("div").classes("line apart"):
            text(t("Deposit"), "", "h2")
            text(money_text(one.deposit_due) if one.deposit_due else "", "strong large num")
        status_mark(MARKS.get(one.deposit_state, "none"), t(DEPOSIT_STATES[one.deposit_state]))
        if edits and one.deposit_state in NEXT:
            with ui.element("div").classes("line wrap"):
                for state, words in NEXT[one.deposit_state]:
                    button(t(words), _noting(one, state))


def _noting(one: Booking, state: str) -> Callable[[], Any]:
    async def note() -> None:
        if await act(note_deposit, one.id, state):
            said = t("{code}: {state}.", code=one.code, state=t(DEPOSIT_STATES[state]).lower())
            toast(said, lambda: act(note_deposit, one.id, one.deposit_state))

    return note
