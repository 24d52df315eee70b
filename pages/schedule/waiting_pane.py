"""Those who wait, beside the calendar: dragged into a gap, or booked into the first that is long enough."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import here, show_time
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.calendar import DRAGGED, PROPOSED
from pages.schedule.legend import draw_legend
from pages.schedule.trying import book
from pages.schedule.waiting_form import ask_to_wait
from pages.schedule.waiting_words import Fit, by_fit, when_text, wish_text
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import cancel_booking, take_gap
from studio.schedule.queries import Artist, Screen, Waiter

SEE, EDIT = "schedule.waitlist.see", "schedule.waitlist.edit"
SHOWN = 12


class WaitingPane:
    """Nothing at all for whoever may not see the waitlist."""

    place: ui.element
    legend: ui.element

    def __init__(self, *, editable: bool) -> None:
        rights, actor = house().rights, current_actor()
        self.sees = may(actor, SEE, rights)
        self.edits = editable and may(actor, EDIT, rights)

    def draw(self) -> None:
        with ui.element("aside").classes("calendar-waiting") as beside:
            if self.sees:
                self.place = ui.element("div").classes("stack")
                self.place.props.update({"role": "region", "aria-label": t("Waitlist")})
            self.legend = ui.element("div").classes("stack legend-place")
        beside.props["aria-label"] = t("Beside the calendar")

    def show(self, read: Screen, absent: Sequence[Artist]) -> None:
        """Who waits, what of the day is free for them, and who is away on it."""
        self.legend.clear()
        with self.legend:
            draw_legend(absent)
        if not self.sees:
            return
        styles = {one.id: one.styles for one in read.artists}
        names = {one.id: one.name for one in read.artists}
        self.place.clear()
        with self.place:
            self._head(len(read.waiters))
            with ui.element("ul").classes("waiters"):
                for one, fit in by_fit(read.waiters, read.working, styles, house().clock.now())[:SHOWN]:
                    self._card(one, names, fit)
            if len(read.waiters) > SHOWN:
                words = t("All {n} on the waitlist", n=len(read.waiters))
                text(words, "link", "a").props["href"] = "/waitlist"

    async def take(self, entry_id: UUID, starts_local: str, *, artist_id: str = "", station_id: str = "") -> None:
        """Book them into this gap."""
        told: dict[str, Any] = {"starts_local": starts_local}
        told |= {"artist_id": UUID(artist_id)} if artist_id else {}
        told |= {"station_id": UUID(station_id)} if station_id else {}
        made = await book(take_gap, told, entry_id)
        if made is not None:
            starts = here(made.starts_at)
            toast(
                t("{code} is booked from the waitlist, {time}.", code=made.code, time=show_time(starts)),
                lambda: act(cancel_booking, made.id, "studio"),
            )

    def _head(self, count: int) -> None:
        with ui.element("div").classes("line apart"):
            with ui.element("div").classes("line"):
                with ui.element("h2"):
                    text(t("Waitlist"), "", "a").props["href"] = "/waitlist"
                text(str(count), "quiet")
            if self.edits:
                button(t("Add"), ask_to_wait, kind="bare")
        if not count:
            text(t("Nobody waits for a gap."), "second small", "p")
        elif self.edits:
            text(t("Drag somebody into free time, or take the gap that is named."), "second small", "p")

    def _card(self, one: Waiter, names: Mapping[UUID, str], fit: Fit | None) -> None:
        with ui.element("li").classes("waiter") as card:
            text(one.client, "strong cut", "div")
            text(wish_text(one), "", "div")
            text(when_text(one, names), "second small", "div")
            if fit is None:
                status_mark("none", t("No gap that day"))
            else:
                self._fit(card, one, fit, names.get(fit.artist_id, ""))
        if self.edits:
            _draggable(card, one)

    def _fit(self, card: ui.element, one: Waiter, fit: Fit, who: str) -> None:
        words = t("Fits {name} {time}", name=who, time=show_time(fit.start))
        with ui.element("div").classes("line apart"):
            status_mark("ok", words).classes("long")
            if self.edits:
                to = f"{here(fit.start):%Y-%m-%dT%H:%M}"
                button(t("Book"), partial(self.take, one.id, to, artist_id=str(fit.artist_id)), kind="bare")
        _proposing(card, one, fit)


def _proposing(card: ui.element, one: Waiter, fit: Fit) -> None:
    """Looking at a card draws where it would fit."""
    end = fit.start + timedelta(minutes=one.minutes)
    told = {"start": f"{here(fit.start):%Y-%m-%dT%H:%M}", "end": f"{here(end):%Y-%m-%dT%H:%M}"}
    told |= {"place": fit.artist_id.hex, "name": one.client, "note": wish_text(one)}
    say = f"(e) => window.dispatchEvent(new CustomEvent('{PROPOSED}', {{ detail: %s }}))"
    for event in ("mouseenter", "focusin"):
        card.on(event, js_handler=say % json.dumps(told))
    for event in ("mouseleave", "focusout"):
        card.on(event, js_handler=say % "null")


def _draggable(card: ui.element, one: Waiter) -> None:
    told = json.dumps({"id": str(one.id), "minutes": one.minutes, "name": one.client})
    card.props["draggable"] = "true"
    taken = f"(e) => {{ window.{DRAGGED} = {told}; e.dataTransfer.setData('text/plain', ''); }}"
    card.on("dragstart", js_handler=taken)
    card.on("dragend", js_handler=f"() => {{ window.{DRAGGED} = null; }}")
