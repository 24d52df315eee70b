"""The calendar's bar: which day, which columns, which view, which bookings, and a new one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import button, icon_button
from components.app.icons import icon
from components.app.moments import now_here
from components.app.text import text
from components.form import choice_field, seg_field
from components.form.choices import SegField
from pages.schedule.booking_fields import Said
from pages.schedule.booking_form import ask_for_booking
from pages.schedule.showing import note_of, title_of
from pages.schedule.wanted import Wanted
from studio.kernel.text import t
from studio.schedule.queries import Artist, Station
from studio.schedule.rules.steps import STATUSES

Turn = Callable[[Wanted], Awaitable[None]]


class Toolbar:
    """`draw` once, `show` whenever something else is in sight."""

    title: TextElement
    note: TextElement
    menu: ui.menu
    view: SegField

    def __init__(self, wanted: Wanted, turn: Turn, ask: Callable[[], Awaitable[Any]], *, editable: bool) -> None:
        self.wanted, self.turn, self.ask, self.editable = wanted, turn, ask, editable
        self.known: tuple[Sequence[Artist], Sequence[Station]] = ((), ())

    def draw(self) -> None:
        with ui.element("div").classes("head calendar-bar"):
            with ui.element("div").classes("line calendar-turn"):
                icon_button("left", t("Earlier"), partial(self._turn, -1)).props["data-key"] = "p"
                button(t("Today"), self._today, key="t")
                icon_button("right", t("Later"), partial(self._turn, 1)).props["data-key"] = "f"
            with ui.element("div").classes("words line"):
                self.title = text("", "", "h1").props("aria-live=polite")
                self.note = text("", "second small nowrap")
            with ui.element("div").classes("end"):
                self._choose()
                if self.editable:
                    button(t("Walk-in"), self._walk_in, key="w")
                    button(t("Booking"), self.ask, kind="primary", icon="plus", key="n")

    def show(self, wanted: Wanted, artists: Sequence[Artist], stations: Sequence[Station]) -> None:
        """Say what is in sight."""
        self.wanted, self.known = wanted, (artists, stations)
        self.title.set_text(title_of(wanted))
        self.note.set_text(note_of(wanted))
        self.dot.set_visibility(bool(wanted.who or wanted.status))

    def open_day(self, day: date) -> None:
        """This very day, hour by hour."""
        self.wanted = self.wanted.on(day)
        self.view.value = "day"

    def _choose(self) -> None:
        by = {"artists": t("Artists"), "stations": t("Stations")}
        views = {"day": t("Day"), "week": t("Week"), "month": t("Month")}
        wanted = self.wanted
        seg_field(t("Columns"), by, wanted.by, on_change=lambda e: self._go(by=e.value, who=())).classes("calendar-by")
        self.view = seg_field(t("View"), views, wanted.view, on_change=lambda e: self._go(view=e.value))
        with ui.button(color=None).classes("btn icon").props("no-caps unelevated") as opener:
            opener.props.update({"aria-label": t("Filter"), "title": t("Filter")})
            icon("filter")
            self.dot = ui.element("span").classes("filter-dot")
            self.dot.set_visibility(False)
            self.menu = ui.menu().props("anchor='bottom right' self='top right'").classes("calendar-filter")
            self.menu.on("before-show", self._filters, args=[])
        with self.menu:
            self.place = ui.element("div").classes("stack loose")

    def _filters(self) -> None:
        """Whose bookings, and which."""
        people, places = self.known
        known = places if self.wanted.by == "stations" else people
        self.place.clear()
        with self.place:
            statuses = {"": t("All that hold time"), "all": t("All, also those called off")}
            statuses |= {key: t(word) for key, word in STATUSES.items()}
            choice_field(t("Status"), statuses, self.wanted.status, on_change=lambda e: self._go(status=e.value))
            with ui.element("fieldset").classes("stack tight"):
                text(t("Stations") if self.wanted.by == "stations" else t("Artists"), "strong small", "legend")
                for one in known:
                    here = not self.wanted.who or one.code in self.wanted.who
                    ticked = ui.checkbox(one.name, value=here).classes("tick-field")
                    ticked.on_value_change(partial(self._tick, one.code))
            button(t("Show all"), lambda: self._go(who=(), status=""), kind="bare")

    async def _tick(self, code: str, event: Any) -> None:
        people, places = self.known
        codes = [one.code for one in (places if self.wanted.by == "stations" else people)]
        chosen = {*(self.wanted.who or codes), code} - (set() if event.value else {code})
        kept = tuple(one for one in codes if one in chosen)
        await self._go(who=() if len(kept) == len(codes) else kept or self.wanted.who)

    async def _go(self, **changed: Any) -> None:
        wanted = replace(self.wanted, **changed)
        if wanted != self.wanted and wanted.makes_sense:
            await self.turn(wanted)

    async def _turn(self, pages: int) -> None:
        await self.turn(self.wanted.turned(pages))

    async def _today(self) -> None:
        await self.turn(self.wanted.on(now_here().date()))

    async def _walk_in(self) -> None:
        await ask_for_booking(Said(kind="walk_in"), "walk_in")
