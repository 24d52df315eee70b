"""Today: the front desk's home. What exists so far: register a client, the inbox, and whose file changed last."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import LIGHTS
from components.app.moments import show_moment, show_time, show_today, show_wait
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.lane import Card, Lane
from pages.clients.invite import INVITE, SEE, Invitation
from pages.clients.showing import field_text, photo_address
from pages.home.figures import Figures
from pages.home.first_steps import FirstSteps
from studio.clients.facts import ClientFact, ClientsFilled, RegistrationFact
from studio.clients.queries import ClientRow, Page, RegistrationRow, list_clients, list_registrations
from studio.extension.registry import may, registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t

CLIENTS, EDIT, OWNER = "clients.client.see", "clients.client.edit", "owner"
SHOWN, RECENT = 6, 8

theme.also(Path(__file__).parent / "today.css")


async def draw() -> None:
    """The screen `/`."""
    await Today().draw()


class Today:
    """One open home page."""

    def __init__(self) -> None:
        rights, actor = house().rights, current_actor()
        self.invites = may(actor, INVITE, rights)
        self.reads_inbox = may(actor, SEE, rights)
        self.reads_clients = may(actor, CLIENTS, rights)
        self.edits = may(actor, EDIT, rights)
        self.note: Element | None = None
        self.inbox: Lane | None = None
        self.recent: Lane | None = None
        self.waiting: Page[RegistrationRow] | None = None
        self.figures = Figures() if actor.role in (OWNER, "manager") else None

    async def draw(self) -> None:
        with frame(t("Today"), active="/"):
            self._head()
            if self.figures:
                self.figures.draw()
            with ui.element("div").classes("today"):
                if self.invites:
                    self._register()
                self.steps = FirstSteps()
                self._lanes()
                for slot in registry().slots("home.cards", current_actor(), house().rights):
                    slot.draw()
        live((RegistrationFact, ClientFact, ClientsFilled), Gathering(self._follow))
        await self.load()
        await self.steps.load()
        ui.timer(20, self._show_waiting)

    def _head(self) -> None:
        top = head(show_today(), " ")
        self.note = top.note
        with top.words:
            self.clock = text("", "today-clock quiet")
        with top.end:
            if self.edits:
                button(t("New client"), icon="plus", to="/clients/new")

    def _register(self) -> None:
        with ui.element("section").classes("panel stack loose today-register"):
            text(t("Register a client"), "large", "h2")
            Invitation(size=224).draw()

    def _lanes(self) -> None:
        if self.reads_inbox:
            self.inbox = Lane(
                t("Inbox"),
                drawing="envelope",
                empty=t("Nothing waits"),
                hint=t("Forms that guests send from their phones arrive here."),
            ).classes("lane-inbox")
        if self.reads_clients:
            self.recent = Lane(
                t("Last changed"),
                drawing="moth",
                empty=t("No clients yet"),
                hint=t("Whoever registers or is put on file appears here."),
            ).classes("lane-recent")

    @in_turn
    async def load(self) -> None:
        """Fetch both lanes and the figures."""
        if self.inbox:
            self.waiting = await look(list_registrations, state="waiting", size=SHOWN, newest=True)
            self._show_waiting()
        if self.recent:
            page = await look(list_clients, size=RECENT, sort="-changed")
            more = ("/clients", t("All {n} clients", n=page.total)) if page.total > RECENT else None
            self.recent.show([client_card(row) for row in page.items], more=more)
        if self.figures:
            await self.figures.load()

    async def _follow(self, _: list[Any]) -> None:
        """Something happened elsewhere."""
        with contextlib.suppress(Refusal):  # a sign-in that has ended: the page is on its way out
            await self.load()

    def _show_waiting(self) -> None:
        """Show the inbox as it was last read; time goes on without asking again, which would keep the sign-in alive."""
        self.clock.set_text(show_time(house().clock.now()))
        if self.inbox and self.waiting:
            page, rest = self.waiting, self.waiting.total - len(self.waiting.items)
            more = ("/inbox", t("{n} more in the inbox", n=rest)) if rest else None
            self._say(nt("{n} form waits", "{n} forms wait", page.total) if page.total else t("Nothing waits"))
            self.inbox.show([waiting_card(row) for row in page.items], total=page.total, more=more)

    def _say(self, words: str) -> None:
        if isinstance(self.note, TextElement):
            self.note.set_text(words)


def waiting_card(row: RegistrationRow) -> Card:
    """A form that waits, as a card."""
    kind, words = LIGHTS[row.health_light]
    return Card(
        id=str(row.id),
        to=f"/inbox/{row.id}",
        title=row.name,
        lead=show_time(row.submitted_at),
        note=show_wait(row.submitted_at),
        tags=(t("Minor"),) if row.minor else (),
        marks=((kind, t(words)),),
        act=t("Open"),
        stop=row.health_light == "red",
    )


def client_card(row: ClientRow) -> Card:
    """A client, as a card."""
    return Card(
        id=str(row.id),
        to=f"/clients/{row.code}",
        title=row.name,
        line=" · ".join(filter(None, (row.code, field_text("phone", row.phone)))),
        note=show_moment(row.updated_at),
        face=True,
        photo=photo_address(row.code, row.photo_small),
    )
