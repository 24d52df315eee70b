"""A walk-in in two taps: who they are and what they want; whose turn it is and until when is said before one books."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.marks import pigment
from components.app.moments import show_time
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field
from components.pickers.picker import Choice
from pages.catalog.showing import minutes_text
from pages.clients.invite import INVITE, show_invitation
from pages.clients.picking import ClientPicker
from studio.catalog.queries import Service, list_services
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import book_walk_in, cancel_booking, check_in_booking
from studio.schedule.actions.walk_in import USUAL
from studio.schedule.queries import Slot, walk_in_turns
from studio.schedule.queries.today import Bench

AT_HAND, TURNS = 6, 3
"""So many services are one tap away, and so many artists are named."""


async def ask_for_walk_in(benches: dict[UUID, Bench], mine: UUID | None) -> None:
    """The dialog; `mine` is the only artist whoever asks may book for."""
    services = (await look(list_services, state="active", size=200)).items
    await WalkIn(benches, mine, services).ask()


class WalkIn:
    """One dialog: what was chosen so far, and what is proposed for it."""

    dialog: ui.dialog
    picker: ClientPicker
    place: ui.element
    said: Any

    def __init__(self, benches: dict[UUID, Bench], mine: UUID | None, services: list[Service]) -> None:
        self.benches, self.mine, self.services = benches, mine, services
        self.service: Service | None = None
        self.turns: list[Slot] = []
        self.turn: Slot | None = None
        self.chips: dict[UUID, ui.element] = {}

    async def ask(self) -> None:
        """Until somebody is booked, or not."""
        with ui.dialog() as self.dialog, ui.element("div").classes("sheet stack loose walk-in-sheet"):
            text(t("Walk-in"), "", "h2")
            self._who()
            self._what()
            self.place = ui.element("div").classes("stack").props("aria-live=polite")
            self.said = text("", "form-said st stop long", "p").props("role=alert")
            self.said.set_visibility(False)
            with ui.element("div").classes("acts"):
                button(t("Cancel"), lambda: self.dialog.submit(None))
                self.go = button(t("Book and check in"), self._book, kind="primary")
        self.dialog.props["aria-label"] = t("Walk-in")
        self.dialog.on("show", js_handler="() => document.querySelector('.walk-in-sheet input')?.focus()")
        await self._propose()
        await answer(self.dialog)

    # ── what is chosen ──

    def _who(self) -> None:
        with ui.element("div").classes("stack tight"):
            self.picker = ClientPicker(on_change=self._chosen)
            if may(current_actor(), INVITE, house().rights):
                button(t("New client: show the code"), show_invitation, kind="bare", icon="qr")

    def _what(self) -> None:
        if not self.services:
            return
        at_hand = sorted(self.services, key=lambda one: one.minutes)[:AT_HAND]
        with ui.element("fieldset").classes("stack tight"):
            text(t("What they want"), "medium", "legend")
            with ui.element("div").classes("walk-in-services"):
                for one in at_hand:
                    self._chip(one)
        if len(self.services) > len(at_hand):
            others = {"": t("Another service"), **{str(one.id): one.name for one in self.services}}
            choice_field(t("Or"), others, "", on_change=self._other)

    def _chip(self, one: Service) -> None:
        made = ui.element("button").classes("candidate").on("click", partial(self._want, one))
        made.props.update({"type": "button", "aria-pressed": "false"})
        with made, ui.element("span").classes("grow"):
            text(one.name, "strong")
            text(minutes_text(one.minutes), "second small")
        self.chips[one.id] = made

    async def _want(self, one: Service) -> None:
        self.service = one
        for service_id, chip in self.chips.items():
            chip.props["aria-pressed"] = "true" if service_id == one.id else "false"
        await self._propose()

    async def _other(self, event: Any) -> None:
        one = next((one for one in self.services if str(one.id) == event.value), None)
        if one:
            await self._want(one)

    def _chosen(self, _: Choice | None) -> None:
        self._say("")

    # ── what is proposed ──

    async def _propose(self) -> None:
        """Whose turn it is for so long."""
        minutes = self.service.minutes if self.service else USUAL
        turns = await look(walk_in_turns, minutes)
        known = [turn for turn in turns if turn.artist_id in self.benches and self.mine in (None, turn.artist_id)]
        self.turns, self.turn = known[:TURNS], known[0] if known else None
        self._show()

    def _show(self) -> None:
        self.place.clear()
        self.go.set_enabled(self.turn is not None)
        with self.place:
            if self.turn is None:
                minutes = self.service.minutes if self.service else USUAL
                text(t("Nobody has {length} free today.", length=minutes_text(minutes)), "st warn long", "p")
                button(t("Put them on the waitlist"), to="/waitlist")
                return
            text(t("Whose turn it is"), "medium", "div")
            with (
                ui.element("div")
                .classes("candidates")
                .props("role=radiogroup")
                .props(f'aria-label="{t("Whose turn it is")}"')
            ):
                for turn in self.turns:
                    self._turn(turn)

    def _turn(self, turn: Slot) -> None:
        bench, on = self.benches[turn.artist_id], turn is self.turn
        made = ui.element("button").classes("candidate").on("click", partial(self._pick, turn))
        made.props.update({"type": "button", "role": "radio", "aria-checked": "true" if on else "false"})
        with made:
            pigment(bench.name, bench.colour).classes("grow cut")
            text(span_words(turn, house().clock.now()), "strong nowrap")

    def _pick(self, turn: Slot) -> None:
        self.turn = turn
        self._show()

    # ── booked ──

    def complain(self, refusal: Refusal) -> None:
        """A refusal stands above the button."""
        self._say(refusal.text())

    def _say(self, words: str) -> None:
        self.said.set_text(words)
        self.said.set_visibility(bool(words))

    async def _book(self) -> None:
        who, turn = self.picker.choice, self.turn
        if who is None or turn is None:
            self.picker.complain(t("Choose who it is, or let them register first."))
            return
        told: dict[str, Any] = {"client_id": UUID(who.id), "artist_id": turn.artist_id}
        told |= {"services": [self.service.id]} if self.service else {"minutes": USUAL}
        made = await attempt(book_walk_in, self, told)
        if made is None:
            await self._propose()
            return
        await act(check_in_booking, made.id)
        self.dialog.submit(made.id)
        bench = self.benches[turn.artist_id]
        times = {"start": show_time(made.starts_at), "end": show_time(made.ends_at)}
        words = t("{name} is booked with {artist}, {start} to {end}.", name=who.title, artist=bench.name, **times)
        toast(words, lambda: act(cancel_booking, made.id, "studio"))


def span_words(turn: Slot, now: datetime) -> str:
    """From when until when, by the clock."""
    if (turn.starts_at - now).total_seconds() < 300:
        return t("now to {end}", end=show_time(turn.ends_at))
    return t("{start} to {end}", start=show_time(turn.starts_at), end=show_time(turn.ends_at))
