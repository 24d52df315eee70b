"""Checking in by code: somebody shows their code at the desk, and one tap says that they are here."""

from __future__ import annotations

from functools import partial

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.marks import Kind, status_mark
from components.app.moments import show_moment, show_time
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.scan import Scan
from studio.extension.lights import Light
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule import actions
from studio.schedule.queries import booking, lights_of
from studio.schedule.queries.arriving import Arrival, arriving
from studio.schedule.rules.steps import STATUSES
from studio.schedule.views import Booking, BookingCard
from studio.schedule.words import KINDS

BOOK = "schedule.booking.edit"
SIGNED: dict[str, Kind] = {"signed": "ok", "missing": "warn", "not_sent": "wait", "sent": "part", "signing": "part"}
HEALTH: dict[str, Kind] = {"stop": "stop", "to_review": "flag", "reviewed": "flag"}


async def draw() -> None:
    """The screen `/arrivals`."""
    with frame(t("Check in by code"), active="/"):
        head(t("Check in by code"), t("Clients show the code on their card or phone; one tap says that they are here."))
        Arrivals().draw()


class Arrivals(Scan):
    """The same ways to read a code; what is read checks somebody in."""

    async def read(self, code: str | None) -> None:
        """Show what whoever this is comes for; what is no client's code goes the usual way."""
        if code is None:
            await super().read(code)
            return
        try:
            found = await look(arriving, code)
        except Refusal as refusal:
            self._say("stop", refusal.text())
            return
        if found.client_id is None:
            await super().read(code)
        else:
            await self.show(found)

    async def show(self, found: Arrival) -> None:
        """Who it is, each booking of today with its button, or what to do without one."""
        cards = [await look(booking, one.id) for one in found.expected]
        lights = await look(lights_of, [one.id for one in found.expected])
        self.said.clear()
        with self.said, ui.element("section").classes("panel stack loose arrival"):
            text(found.name, "large", "h2")
            for one in found.here:
                status_mark("ok", _is_here(one)).classes("long")
            for card in cards:
                self._expected(found, card, lights.get(card.booking.id, Light()))
            if not found.expected and not found.here:
                self._unexpected(found)

    def _expected(self, found: Arrival, card: BookingCard, light: Light) -> None:
        one = card.booking
        with ui.element("div").classes("line wrap loose arrival-line"):
            with ui.element("div").classes("grow stack tight"):
                text(f"{show_time(one.starts_at)} · {_what(card)}", "large strong", "div")
                with ui.element("div").classes("line wrap"):
                    if light.words:
                        status_mark(SIGNED.get(light.key, "none"), light.words)
                    if light.health_words:
                        status_mark(HEALTH.get(light.health, "none"), light.health_words)
            button(t("Check in"), partial(self._check_in, found, one), kind="primary")

    def _unexpected(self, found: Arrival) -> None:
        status_mark("none", t("Nothing is booked for today.")).classes("long")
        if found.after:
            text(t("The next time is {when}.", when=show_moment(found.after.starts_at)), "second", "p")
        with ui.element("div").classes("acts"):
            button(t("Open the profile"), to=f"/clients/{found.code}")
            if may(current_actor(), BOOK, house().rights):
                button(t("Book as a walk-in"), partial(self._walk_in, found), kind="primary")

    async def _check_in(self, found: Arrival, one: Booking) -> None:
        if await act(actions.check_in_booking, one.id):
            toast(t("{name} is here.", name=found.name), partial(act, actions.reopen_booking, one.id))
        await self._again(found)

    async def _walk_in(self, found: Arrival) -> None:
        made = await act(actions.book_walk_in, {"client_id": found.client_id})
        if made is not None:
            card = await look(booking, made.id)
            when = show_time(card.booking.starts_at)
            toast(t("{name}: {time} with {artist}.", name=found.name, time=when, artist=card.artist))
        await self._again(found)

    async def _again(self, found: Arrival) -> None:
        await self.read(found.shown)


def _what(card: BookingCard) -> str:
    done = ", ".join(line.name for line in card.services) or card.booking.title or t(KINDS[card.booking.kind])
    return t("{what} with {artist}", what=done, artist=card.artist) if card.artist else done


def _is_here(one: Booking) -> str:
    since = one.finished_at or one.started_at or one.checked_in_at
    status = t(STATUSES[one.status])
    return t("{status} since {time}", status=status, time=show_time(since)) if since else status
