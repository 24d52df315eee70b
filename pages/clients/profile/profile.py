"""The profile's page: loads the card, draws head, band and the open tab, and follows what others change."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from nicegui import ui
from nicegui.element import Element

from components.app.frame import frame
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.handover import greet
from pages.clients.profile import health, history, overview, photos
from pages.clients.profile.file import ClientFile
from pages.clients.profile.top import draw_top
from studio.clients import facts
from studio.clients.queries import ClientCard, card_by_id, client_card, kept_code
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

SHOWN = (
    facts.ClientEdited,
    facts.ClientArchived,
    facts.ClientRestored,
    facts.PhotoChanged,
    facts.HealthChanged,
    facts.ConsentChanged,
    facts.ClientsMerged,
    facts.ClientsParted,
)


@dataclass(frozen=True)
class Tab:
    """One side of the file."""

    key: str
    title: str
    draw: Callable[[Any], Any]


async def draw(code: str, tab: str = "") -> None:
    """One client; `?tab=` opens a side of the file by itself."""
    kept = await look(kept_code, code)
    if kept:
        _lead_to(kept)
        return
    profile = Profile(ClientFile(await look(client_card, code), current_actor()))
    with frame(profile.file.card.name, active="/clients"):
        live(SHOWN, do=Gathering(profile.follow), when=lambda fact: fact.client_id == profile.file.card.id)
        live(facts.ManyClientsFact, do=Gathering(profile.follow))
        async with profile.drawing:
            profile.file.card = await look(card_by_id, profile.file.card.id)  # of before this line nobody was told
            await profile.draw(tab)
    greet()


def _lead_to(kept: str) -> None:
    """A file that was merged: its old address and code still lead to the person."""
    with frame(t("Client"), active="/clients"):
        text(t("This file was merged into {code}.", code=kept), "link body", "a").props["href"] = f"/clients/{kept}"
    ui.navigate.to(f"/clients/{kept}")


class Profile:
    """What stands on the page now, and how it is drawn again."""

    top: Element
    side: Element

    def __init__(self, file: ClientFile) -> None:
        self.file = file
        self.tabs = {tab.key: tab for tab in self._tabs()}
        self.open = ""
        self.drawing = asyncio.Lock()
        file.redraw = self._draw_side

    async def draw(self, wanted: str) -> None:
        self.open = wanted if wanted in self.tabs else next(iter(self.tabs))
        self.top = ui.element("div").classes("profile-top")
        await self._draw_top()
        with ui.tabs().props("align=left no-caps dense outside-arrows mobile-arrows") as tabs:
            for tab in self.tabs.values():
                ui.tab(tab.key, tab.title)
        tabs.set_value(self.open)
        tabs.on_value_change(self._turn)
        self.side = ui.element("div").classes("profile-side").props("role=tabpanel")
        await self._draw_side()

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed this client: draw what is there now, and let it flash once."""
        async with self.drawing:
            await self._draw_again(heard)

    async def _draw_again(self, heard: list[Any]) -> None:
        try:
            self.file.card = await look(card_by_id, self.file.card.id)
        except Refusal:
            return
        self.file.forget(heard)
        self.file.fresh = {type(fact) for fact in heard}
        await self._draw_top()
        if not self.file.typing:
            await self._draw_side()
        self.file.fresh = set()

    async def _turn(self, event: Any) -> None:
        self.open = str(event.value)
        self.file.typing = False
        address = f"/clients/{self.file.card.code}" + (f"?tab={quote(self.open)}" if self.open != "overview" else "")
        ui.run_javascript(f"history.replaceState(history.state, '', '{address}')")
        await self._draw_side()

    async def _draw_top(self) -> None:
        await self.file.read_health_once()
        self.top.clear()
        with self.top:
            draw_top(self.file)

    async def _draw_side(self) -> None:
        self.side.clear()
        with self.side:
            drawn = self.tabs[self.open].draw(self.file)
            if inspect.isawaitable(drawn):
                await drawn

    def _tabs(self) -> list[Tab]:
        own = [Tab("overview", t("Overview"), overview.draw)]
        own.append(Tab("health", t("Health & consent"), health.draw))
        own.append(Tab("photos", t("Photos"), photos.draw))
        slots = registry().slots("client.profile.tabs", self.file.actor, house().rights)
        theirs = [Tab(slot.title.lower(), t(slot.title), _given_card(slot.draw)) for slot in slots]
        return [*own, *theirs, Tab("history", t("History"), history.draw)]


def _given_card(drawing: Callable[[ClientCard], Any]) -> Callable[[ClientFile], Any]:
    """Slots get the frozen card, nothing else."""
    return lambda file: drawing(file.card)
