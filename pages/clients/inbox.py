"""The inbox: forms that guests sent, those that wait and those that are decided."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import LIGHTS, Kind
from components.app.moments import show_moment, show_wait
from components.app.perform import look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.clients.crowd import Crowd
from pages.clients.decision import DECIDE
from pages.clients.decline import decline_many
from pages.clients.gathering import Gathering
from pages.clients.inbox_form import draw as draw_form
from pages.clients.invite import INVITE, SEE, show_invitation
from studio.clients.door import POSTER
from studio.clients.facts import (
    RegistrationArrived,
    RegistrationDecided,
    RegistrationFact,
    RegistrationReopened,
    RegistrationsDecided,
)
from studio.clients.queries import RegistrationRow, forms_alike, list_registrations, waiting_count
from studio.extension.registry import may
from studio.extension.screens import MenuItem, Screen
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, N_, t
from studio.kernel.work import ask

theme.also(Path(__file__).parent / "inbox.css")

CHANGES = (RegistrationArrived, RegistrationDecided, RegistrationReopened, RegistrationsDecided)
STATES: Mapping[str, tuple[Kind, str]] = {
    "waiting": ("wait", N_("Waiting")),
    "accepted": ("ok", N_("On file as new")),
    "merged": ("ok", N_("Merged")),
    "declined": ("none", N_("Declined")),
}


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
        self.side = side
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
            with ui.element("div").classes("body inbox-list"):
                self.place = ui.element("div")
            live(CHANGES, Gathering(self._changed))
            await self._draw_table()

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
                empty=nothing(waiting=waiting),
            )
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state") or self.side
        page = await look(list_registrations, state=state, page=wanted.page, size=wanted.size)
        alike = await look(forms_alike) if state == "waiting" else frozenset()
        return Page([row(one, alike=one.id in alike) for one in page.items], page.total)

    async def _many(self, name: str, ids: list[str]) -> None:
        if name == "decline":
            await decline_many([UUID(one) for one in ids])

    async def _turn(self, event: Any) -> None:
        self.side = str(event.value)
        address = "/inbox" if self.side == "waiting" else "/inbox?show=decided"
        ui.run_javascript(f"history.replaceState(history.state, '', '{address}')")
        await self._draw_table()

    async def _changed(self, facts: list[Any]) -> None:
        await self.table.changed(*(fact.registration_id for fact in facts if isinstance(fact, RegistrationFact)))
        await self.crowd.follow()


def waiting_columns() -> list[Column]:
    """What one needs to choose the next form."""
    return [
        Column("name", t("Name"), "strong"),
        Column("health", t("Health"), "mark"),
        Column("minor", t("Age"), "tags"),
        Column("alike", t("Notes"), "tags"),
        Column("language", t("Language"), "quiet"),
        Column("sent", t("Waiting"), "quiet"),
    ]


def decided_columns() -> list[Column]:
    """What became of each form, and who decided."""
    return [
        Column("name", t("Name"), "strong"),
        Column("outcome", t("Outcome"), "mark"),
        Column("reason", t("Reason"), "quiet"),
        Column("by", t("Decided by")),
        Column("decided", t("When"), "quiet"),
    ]


def outcome() -> Filter:
    """Narrow the decided ones."""
    return Filter(
        "state", t("Outcome"), {"": t("All")} | {key: t(word) for key, (_, word) in STATES.items() if key != "waiting"}
    )


def row(one: RegistrationRow, *, alike: bool = False) -> dict[str, Any]:
    """One form as the table shows it, on either side; `alike` when another one that waits is like it."""
    light, light_word = LIGHTS[one.health_light]
    state, state_word = STATES[one.state]
    return {
        "id": str(one.id),
        "to": f"/inbox/{one.id}",
        "name": one.name,
        "health": mark_cell(light, t(light_word)),
        "minor": [t("Minor")] if one.minor else [],
        "alike": notes_on(one, alike=alike),
        "language": LANGUAGES.get(one.language, one.language),
        "sent": show_wait(one.submitted_at),
        "outcome": mark_cell(state, t(state_word)),
        "reason": one.reason,
        "by": one.decided_by or (t("by itself") if one.state == "accepted" else ""),
        "decided": show_moment(one.decided_at) if one.decided_at else "",
    }


def notes_on(one: RegistrationRow, *, alike: bool) -> list[str]:
    """What is special about a form."""
    told = [t("Update")] if one.about_id else []
    return [*told, t("Sent twice?")] if alike else told


def nothing(*, waiting: bool) -> Empty:
    """What belongs here."""
    if waiting:
        return Empty(
            t("Nothing waits"), t("Forms that guests send from their phones arrive here, with a sound."), "envelope"
        )
    return Empty(
        t("Nothing decided yet"), t("Forms that were accepted, merged or declined stay readable here."), "compass"
    )
