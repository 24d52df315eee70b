"""The page of one artist: hours, days off and papers; the portfolio; what is ahead and what was done."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.perform import act, look
from components.app.who import current_actor
from pages.clients.handover import greet
from pages.schedule.artist_overview import draw_overview
from pages.schedule.artist_sessions import draw_sessions
from pages.schedule.portfolio import CHANGES, PortfolioTab
from studio.extension.registry import may, registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import archive_artist, restore_artist
from studio.schedule.facts import ArtistFact, BookingFact
from studio.schedule.queries import Artist, artist, artist_by_code

EDIT, ARCHIVE = "schedule.artist.edit", "schedule.artist.archive"
SESSIONS, PORTFOLIO = "schedule.booking.see", "schedule.portfolio.see"


@dataclass(frozen=True)
class Tab:
    """One side of the page."""

    key: str
    title: str
    draw: Callable[[Artist], Any]


async def draw(code: str, tab: str = "") -> None:
    """The screen `/artists/{code}`; `?tab=` opens a side of it by itself."""
    page = ArtistPage(await look(artist_by_code, code))
    with frame(page.one.name, active="/artists"):
        live((ArtistFact, BookingFact, *CHANGES), do=Gathering(page.follow))
        await page.draw(tab)
    greet()


class ArtistPage:
    """What stands on the page, and what can be done with it."""

    top: ui.element
    side: ui.element

    def __init__(self, one: Artist) -> None:
        self.one, self.open = one, ""
        self.portfolio = PortfolioTab()
        self.tabs = {tab.key: tab for tab in self._tabs()}

    async def draw(self, wanted: str) -> None:
        """Head, tabs and the open side."""
        self.open = wanted if wanted in self.tabs else next(iter(self.tabs))
        self.top = ui.element("div")
        with ui.tabs().props("align=left no-caps dense outside-arrows mobile-arrows") as tabs:
            for tab in self.tabs.values():
                ui.tab(tab.key, tab.title)
        tabs.set_value(self.open)
        tabs.on_value_change(self._turn)
        self.side = ui.element("div").classes("artist-side").props("role=tabpanel")
        await self._again()

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed this artist, a booking of somebody's, or what may be shown."""
        if isinstance(heard[0], CHANGES) and all(isinstance(fact, CHANGES) for fact in heard):
            if self.open == "portfolio":
                await self.portfolio.follow()
        elif any(getattr(fact, "artist_id", self.one.id) == self.one.id for fact in heard):
            try:
                self.one = await look(artist, self.one.id)
                await self._again()
            except Refusal:
                return

    @in_turn
    async def _again(self) -> None:
        self.top.clear()
        with self.top, head(self.one.name, self.one.code).end:
            self._acts()
        self.side.clear()
        with self.side:
            drawn = self.tabs[self.open].draw(self.one)
            if inspect.isawaitable(drawn):
                await drawn

    async def _turn(self, event: Any) -> None:
        if event.value not in self.tabs:
            return
        self.open = str(event.value)
        address = f"/artists/{self.one.code}" + (f"?tab={self.open}" if self.open != "overview" else "")
        ui.run_javascript(f"history.replaceState(history.state, '', {address!r})")
        await self._again()

    def _tabs(self) -> list[Tab]:
        own = [Tab("overview", t("Overview"), draw_overview)]
        own += [Tab("portfolio", t("Portfolio"), self.portfolio.draw)] if _may(PORTFOLIO) else []
        own += [Tab("sessions", t("Sessions"), draw_sessions)] if _may(SESSIONS) else []
        slots = registry().slots("artist.profile.tabs", current_actor(), house().rights)
        return [*own, *(Tab(slot.title.lower(), t(slot.title), slot.draw) for slot in slots)]

    def _acts(self) -> None:
        one = self.one
        button(t("In the calendar"), icon="calendar", to=f"/calendar?view=week&who={one.code}")
        if _may(ARCHIVE):
            button(t("Restore"), self._restore, icon="undo") if one.archived_at else button(
                t("Archive"), self._archive, icon="archive"
            )
        if _may(EDIT) and one.archived_at is None:
            button(t("Edit"), kind="primary", icon="edit", to=f"/artists/{one.code}/edit", key="e")

    async def _archive(self) -> None:
        if await act(archive_artist, self.one.id):
            said = t("{name} is archived. What they did stays.", name=self.one.name)
            toast(said, lambda: act(restore_artist, self.one.id))

    async def _restore(self) -> None:
        if await act(restore_artist, self.one.id):
            toast(t("{name} is back.", name=self.one.name), lambda: act(archive_artist, self.one.id))


def _may(permission: str) -> bool:
    return may(current_actor(), permission, house().rights)
