"""The page of one booking: where it stands, what comes next, how long it has lasted, and all about it."""

from __future__ import annotations

import inspect
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button, icon_button, lasting
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import pill
from components.app.moments import here
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.timeline import Timeline
from pages.clients.handover import greet
from pages.schedule import booking_facts, booking_money
from pages.schedule.booking_acts import Acts
from pages.schedule.booking_steps import draw_steps
from pages.schedule.booking_told import moment_of
from pages.schedule.feed import file_for_client
from pages.schedule.healing import draw_healing
from pages.schedule.showing import STEPS, light_marks, span_text, timer_text
from studio.extension.lights import Light
from studio.extension.registry import may, registry
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.schedule.queries import Beside, beside, booking, booking_by_code, policy
from studio.schedule.queries.history import policy_signed
from studio.schedule.rules.steps import OPEN, STATUSES
from studio.schedule.views import BookingCard

EDIT, RUN = "schedule.booking.edit", "schedule.session.run"
BELOW = "anchor='bottom right' self='top right'"


async def draw(code: str) -> None:
    """The screen `/bookings/{code}`."""
    page = BookingPage(await look(booking_by_code, code))
    one = page.card.booking
    with frame(one.client or one.title or one.code, active="/calendar"):
        page.place = ui.element("div")
        live(Fact, do=Gathering(page.follow), when=page.is_about)
        await page.draw()
        ui.timer(15, page.tick)
    greet()


class BookingPage:
    """What stands on the page, and what can be done with it."""

    place: ui.element
    timer: Any = None

    def __init__(self, card: BookingCard) -> None:
        self.card, self.actor = card, current_actor()

    def is_about(self, fact: Fact) -> bool:
        """This booking, or what its client signed and answered."""
        one = self.card.booking
        theirs = one.client_id is not None and getattr(fact, "client_id", None) == one.client_id
        return theirs or getattr(fact, "booking_id", None) == one.id

    @in_turn
    async def draw(self) -> None:
        """Everything, as it is now."""
        card, one = self.card, self.card.booking
        rules, known = await look(policy, card.policy_no), await look(beside, one.id)
        signed = await look(policy_signed, one.client_id) if one.client_id and rules.number else None
        self.place.clear()
        with self.place:
            about = " · ".join(filter(None, (one.code, _when(card), known.line)))
            top = head(one.client or one.title or t("Blocked time"), about)
            with top.end:
                self._acts()
            with ui.element("div").classes("body booking-page"):
                with ui.element("section").classes("stack loose"):
                    draw_steps(card)
                    self._now(known.light)
                    self._next()
                    booking_facts.overrides(card)
                    booking_facts.times(card, house().clock.now())
                    await draw_healing(card)
                    _history(known, one.id)
                with ui.element("div").classes("stack loose"):
                    with ui.element("section").classes("panel stack loose"):
                        booking_facts.draw(card, rules, signed)
                        file_for_client(card)
                    booking_money.draw(card, edits=self._may(EDIT))
                    await self._slots()

    async def _slots(self) -> None:
        for slot in registry().slots("booking.sections", self.actor, house().rights):
            drawn = slot.draw(self.card)
            if inspect.isawaitable(drawn):
                await drawn

    async def follow(self, _: list[Any]) -> None:
        """Somebody changed this booking."""
        try:
            self.card = await look(booking, self.card.booking.id)
        except Refusal:
            return
        await self.draw()

    def tick(self) -> None:
        """Time goes on without asking again."""
        if self.timer is not None and self.card.running:
            self.timer.set_text(timer_text(self.card.worked(house().clock.now())))

    def _now(self, light: Light) -> None:
        """Where it stands, what should not be missed, and the timer."""
        card, one = self.card, self.card.booking
        with ui.element("div").classes("line wrap loose"):
            pill(STEPS[one.status], t(STATUSES[one.status]))
            for kind, words in light_marks(light) if one.status in OPEN else ():
                text(words, f"st {kind}")
        self.timer = None
        if card.stretches:
            with ui.element("div").classes("line loose booking-timer"):
                self.timer = text(timer_text(card.worked(house().clock.now())), "timer-figure")
                text(t("The timer runs") if card.running else t("The timer rests"), "second")

    def _next(self) -> None:
        """The one thing that comes next as a filled button, the others beside it."""
        acts = Acts(self.card)
        with ui.element("div").classes("line wrap booking-next"):
            for nth, (words, do) in enumerate(acts.steps(runs=self._may(RUN), edits=self._may(EDIT))):
                button(words, do, kind="plain" if nth else "primary")

    def _acts(self) -> None:
        acts, one = Acts(self.card), self.card.booking
        button(t("In the calendar"), icon="calendar", to=f"/calendar?day={one.starts_local[:10]}")
        if not self._may(EDIT):
            return
        if acts.is_open:
            button(t("Move…"), acts.move, key="m")
        button(t("Change"), acts.change, icon="edit", key="e")
        further = acts.further()
        if further:
            with (
                icon_button("more", t("More for this booking")),
                ui.menu().props("anchor='bottom right' self='top right'"),
            ):
                for words, do in further:
                    ui.menu_item(words, lasting(do)).props("role=menuitem")

    def _may(self, permission: str) -> bool:
        return may(self.actor, permission, house().rights)


def _history(known: Beside, booking_id: UUID) -> None:
    if not known.history:
        return
    with ui.element("section").classes("stack booking-history"):
        text(t("History"), "", "h2")
        Timeline([moment_of(one, booking_id) for one in known.history], label=t("History"))
        if known.total > len(known.history):
            text(nt("{n} older event", "{n} older events", known.total - len(known.history)), "second small", "p")


def _when(card: BookingCard) -> str:
    return span_text(here(card.booking.starts_at), here(card.booking.ends_at))
