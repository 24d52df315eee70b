"""Today: the front desk's home. The day in lanes, and below it who registers, which forms wait, and what changed."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app import theme
from components.app.button import button, icon_button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.moments import show_time, show_today
from components.app.text import text
from components.app.who import current_actor
from components.form import seg_field
from pages.clients.handover import greet
from pages.home.day import SEE, DayBoard
from pages.home.figures import Figures
from pages.home.first_steps import FirstSteps
from pages.home.reception import Reception
from studio.clients.facts import ClientFact, ClientsFilled, RegistrationFact
from studio.extension.registry import may, registry
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

OWNER, EDIT, RUN = "owner", "clients.client.edit", "schedule.session.run"

theme.also(Path(__file__).parent / "today.css")


async def draw(whose: str = "") -> None:
    """The screen `/`."""
    await Today(whose).draw()
    greet()


class Today:
    """One open home page."""

    def __init__(self, whose: str = "") -> None:
        rights, actor = house().rights, current_actor()
        self.edits = may(actor, EDIT, rights)
        self.note: Element | None = None
        self.day = DayBoard(whose, self._say) if may(actor, SEE, rights) else None
        self.reception = Reception()
        self.figures = Figures() if actor.role in (OWNER, "manager") else None

    async def draw(self) -> None:
        with frame(t("Today"), active="/"), ui.element("div").classes("today-page"):
            self._head()
            if self.day:
                self.day.draw()
            self.steps = FirstSteps()
            with ui.element("div").classes("today"):
                self.reception.draw()
                for slot in registry().slots("home.cards", current_actor(), house().rights):
                    slot.draw()
            if self.figures:
                self.figures.draw()
        live((RegistrationFact, ClientFact, ClientsFilled), Gathering(self._follow))
        if self.day:
            live(Fact, Gathering(self._follow_day), when=self.day.concerns)
        await self.load()
        self._choose_whose()
        await self.steps.load()
        ui.timer(20, self._tick)

    def _head(self) -> None:
        top = head(show_today(), " ")
        self.note = top.note
        with top.words:
            self.clock = text(show_time(house().clock.now()), "today-clock quiet")
        with top.end:
            self.whose = ui.element("div").classes("today-whose")
            if may(current_actor(), RUN, house().rights):
                icon_button("camera", t("Check in by code"), to="/arrivals")
            if self.day and self.day.edit:
                button(t("New booking"), self.day.new_booking, icon="calendar").classes("today-new")
                made = button(t("Walk-in"), self.day.walk_in, kind="primary", icon="plus", key="n")
                made.props["data-word"] = t("Walk-in")
                with made:
                    text("N", "", "kbd")
            elif self.edits:
                button(t("New client"), icon="plus", to="/clients/new")

    def _choose_whose(self) -> None:
        """For an artist who may see everybody's day."""
        day = self.day
        if day is None or day.bench is None or day.see != "all":
            return
        with self.whose:
            options = {"all": t("All artists"), "mine": t("Mine")}
            seg_field(t("Whose day"), options, day.whose, on_change=lambda e: day.turn(str(e.value)))

    @in_turn
    async def load(self) -> None:
        """Fetch the day, both lanes and the figures."""
        if self.day:
            await self.day.load()
        await self._load_reception()

    @in_turn
    async def _load_reception(self) -> None:
        await self.reception.load()
        if self.figures:
            await self.figures.load()
        if not self.day:
            self._say(self.reception.words())

    async def _follow(self, _: list[Any]) -> None:
        """Somebody registered or was changed elsewhere."""
        with contextlib.suppress(Refusal):  # a sign-in that has ended: the page is on its way out
            await self._load_reception()

    async def _follow_day(self, _: list[Any]) -> None:
        """Something a card shows is not as it was."""
        if self.day:
            with contextlib.suppress(Refusal):
                await self.day.load()

    async def _tick(self) -> None:
        """Time goes on without asking again, which would keep the sign-in alive; but a new day is read."""
        self.clock.set_text(show_time(house().clock.now()))
        self.reception.show_waiting()
        if self.day and self.day.is_over():
            await self._follow_day([])
        elif self.day:
            self.day.show()

    def _say(self, words: str) -> None:
        if isinstance(self.note, TextElement):
            self.note.set_text(words)
