"""Everybody who waits for a gap, the longest first, with where there is room for them in the next days."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import here, now_here, show_date, show_time, show_wait
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.showing import field_text
from pages.schedule.trying import book
from pages.schedule.waiting_form import ask_to_wait
from pages.schedule.waiting_words import Fit, first_fit, when_text, wish_text
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.schedule.actions import cancel_booking, remove_waiter, take_gap
from studio.schedule.facts import ScheduleFact
from studio.schedule.queries import Waiter, artists, waitlist, working

EDIT, BOOK = "schedule.waitlist.edit", "schedule.booking.edit"
DAYS = 14


async def draw() -> None:
    """The screen `/waitlist`."""
    page = WaitlistPage()
    with frame(t("Waitlist"), active="/calendar"):
        page.draw()
    live(ScheduleFact, Gathering(page.follow))
    await page.load()


class WaitlistPage:
    """A card for each."""

    place: ui.element

    def draw(self) -> None:
        top = head(t("Waitlist"), t("Who would come if there were time, the longest first."))
        with top.end:
            if _may(EDIT):
                button(t("Put somebody on the waitlist"), ask_to_wait, kind="primary", icon="plus", key="n")
        with ui.element("div").classes("body"):
            self.place = ui.element("div")

    @in_turn
    async def load(self) -> None:
        """Who waits, and what is free for them."""
        waiting = await look(waitlist)
        people = [one for one in await look(artists) if one.active]
        hours = await look(working, now_here().date(), days=DAYS)
        names = {one.id: one.name for one in people}
        self.place.clear()
        with self.place:
            if not waiting:
                _nobody()
            with ui.element("ul").classes("waiting-cards"):
                for one in waiting:
                    self._card(one, names, first_fit(one, hours, house().clock.now()))

    async def follow(self, _: list[Any]) -> None:
        await self.load()

    def _card(self, one: Waiter, names: dict[Any, str], fit: Fit | None) -> None:
        with ui.element("li").classes("panel stack"):
            with ui.element("div").classes("line apart"):
                text(one.client, "strong large cut")
                text(show_wait(one.created_at), "quiet small nowrap")
            text(wish_text(one), "", "div")
            phone = field_text("phone", one.phone) if one.phone else ""
            text(" · ".join(filter(None, (when_text(one, names), phone))), "second small", "div")
            if one.note:
                text(one.note, "second small prose", "div")
            if fit is None:
                status_mark("none", nt("Nothing free within {n} day", "Nothing free within {n} days", DAYS))
            else:
                who, day = names.get(fit.artist_id, ""), show_date(here(fit.start).date())
                status_mark("ok", t("{name}, {day} {time}", name=who, day=day, time=show_time(fit.start)))
            if _may(EDIT):
                self._acts(one, fit)

    def _acts(self, one: Waiter, fit: Fit | None) -> None:
        with ui.element("div").classes("line wrap"):
            if fit is not None and _may(BOOK):
                button(t("Book it"), partial(self._take, one, fit))
            button(t("Change"), partial(ask_to_wait, one), kind="bare")
            button(t("Take off the list"), partial(self._remove, one), kind="bare")

    async def _take(self, one: Waiter, fit: Fit) -> None:
        made = await book(take_gap, {"artist_id": fit.artist_id, "starts_at": fit.start}, one.id)
        if made is not None:
            said = t("{code} is booked from the waitlist, {time}.", code=made.code, time=show_time(made.starts_at))
            toast(said, lambda: act(cancel_booking, made.id, "studio"))

    async def _remove(self, one: Waiter) -> None:
        if await act(remove_waiter, one.id):
            toast(t("{name} is off the waitlist.", name=one.client))


def _nobody() -> None:
    with ui.element("div").classes("empty"):
        drawing("chair", 96)
        text(t("Nobody waits"), "", "h2")
        text(
            t("When the calendar is full, put people here: gaps that fit them are named beside the calendar."), "", "p"
        )


def _may(permission: str) -> bool:
    return may(current_actor(), permission, house().rights)
