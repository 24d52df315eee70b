"""The inbox: forms that guests sent, those that wait and those that are decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.perform import look
from components.app.who import current_actor
from components.beside import WIDE, Beside, asked_for
from components.table import Act, DataTable, Page, Wanted
from pages.clients.crowd import Crowd
from pages.clients.decision import DECIDE
from pages.clients.decline import decline_many
from pages.clients.inbox_form import OpenForm
from pages.clients.inbox_form import draw as draw_form
from pages.clients.inbox_rows import decided_columns, nothing, outcome, row, waiting_columns
from pages.clients.invite import INVITE, SEE, show_invitation
from studio.clients.door import POSTER
from studio.clients.facts import (
    RegistrationArrived,
    RegistrationDecided,
    RegistrationFact,
    RegistrationReopened,
    RegistrationsDecided,
)
from studio.clients.queries import forms_alike, list_registrations, waiting_count
from studio.extension.registry import may
from studio.extension.screens import MenuItem, Screen
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t
from studio.kernel.work import ask

theme.also(Path(__file__).parent / "inbox.css")

CHANGES = (RegistrationArrived, RegistrationDecided, RegistrationReopened, RegistrationsDecided)


async def draw(show: str = "waiting") -> None:
    """The screen `/inbox`; `?show=decided` opens the other side."""
    await Inbox("decided" if show == "decided" else "waiting").draw()


def count_waiting(actor: Any) -> int:
    """The figure in the rail."""
    return ask(actor, waiting_count)


SCREENS = (
    Screen("/inbox", draw, SEE, N_("Inbox")),
    Screen("/inbox/{form_id}", draw_form, SEE, N_("Registration form")),
)
MENU = (MenuItem(N_("Inbox"), "inbox", "/inbox", 40, SEE, count_waiting, CHANGES),)


class Inbox:
    """One open inbox."""

    def __init__(self, side: str) -> None:
        self.side, self.open, self.after, self.chosen = side, "", "", ""
        self.invites = may(current_actor(), INVITE, house().rights)
        self.decides = may(current_actor(), DECIDE, house().rights)

    async def draw(self) -> None:
        with frame(t("Inbox"), active="/inbox"):
            with head(t("Inbox"), t("Forms from phones. Nothing here is on file before you accept it.")).end:
                if may(current_actor(), POSTER, house().rights):
                    button(t("Poster"), to="/inbox/poster", kind="bare", icon="print")
                if self.invites:
                    button(t("Register a client"), show_invitation, icon="qr", kind="primary", key="n")
            self.crowd = Crowd()
            await self.crowd.draw()
            with ui.tabs().props("align=left no-caps dense") as tabs:
                ui.tab("waiting", t("Waiting"))
                ui.tab("decided", t("Decided"))
            tabs.set_value(self.side)
            tabs.on_value_change(self._turn)
            with ui.element("div").classes("body inbox-list beside mostly"):
                self.place = ui.element("div")
                self.pane = Beside(t("The chosen form"), self._closed)
                self.pane.draw()
            live(CHANGES, Gathering(self._changed))
            await self._draw_table()
            await self._show(asked_for())

    async def _draw_table(self) -> None:
        waiting = self.side == "waiting"
        self.place.clear()
        with self.place:
            self.table = DataTable(
                waiting_columns() if waiting else decided_columns(),
                self._load,
                key=f"inbox-{self.side}",
                label=t("Inbox"),
                filters=[] if waiting else [outcome()],
                bulk=[Act("decline", t("Decline"), stop=True)] if waiting and self.decides else [],
                on_act=self._many,
                on_open=self._show,
                empty=nothing(waiting=waiting),
                beside=WIDE,
            )
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state") or self.side
        page = await look(list_registrations, state=state, page=wanted.page, size=wanted.size)
        alike = await look(forms_alike) if state == "waiting" else frozenset()
        return Page([row(one, alike=one.id in alike) for one in page.items], page.total)

    @in_turn
    async def _open(self) -> None:
        """Draw the form that was chosen last, beside the list."""
        chosen, self.chosen = self.chosen, ""
        if not chosen:
            return
        try:
            await OpenForm(UUID(chosen), self._go_on).draw_beside(self.pane)
        except Refusal:
            self.pane.close()
            return
        self.open = chosen
        self.table.point_at(chosen)
        self._look_ahead()

    async def _show(self, form_id: str) -> None:
        """The form beside the list, where the screen is wide; nothing closes the pane."""
        if not form_id:
            self.pane.close()
        elif self.table.row(form_id):
            self.chosen = form_id
            await self._open()

    def _closed(self) -> None:
        self.open = self.after = ""
        self.table.point_at("")

    def _look_ahead(self) -> None:
        """Remember which form follows the open one: once decided, that one leaves the list."""
        ids = [str(row["id"]) for row in self.table.rows]
        if self.open in ids:
            at = ids.index(self.open)
            self.after = next(iter((*ids[at + 1 :], *reversed(ids[:at]))), "")

    async def _go_on(self) -> None:
        """The open form is decided: the next one that waits. After the last, what became of it stays in sight."""
        await self.table.load()
        rows = [str(row["id"]) for row in self.table.rows if row["id"] != self.open]
        if self.side == "waiting" and rows:
            await self._show(self.after if self.after in rows else rows[0])

    async def _many(self, name: str, ids: list[str]) -> None:
        if name == "decline":
            await decline_many([UUID(one) for one in ids])

    async def _turn(self, event: Any) -> None:
        self.side = str(event.value)
        self.pane.close()
        address = "/inbox" if self.side == "waiting" else "/inbox?show=decided"
        ui.run_javascript(f"history.replaceState(history.state, '', '{address}')")
        await self._draw_table()

    async def _changed(self, facts: list[Any]) -> None:
        self._look_ahead()
        await self.table.changed(*(fact.registration_id for fact in facts if isinstance(fact, RegistrationFact)))
        self._look_ahead()
        await self.crowd.follow()
