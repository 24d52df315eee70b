"""All clients in one table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.moments import now_here
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import DataTable, Page, Wanted
from pages.clients import list_rows
from pages.clients.csv_file import csv_of
from pages.clients.gathering import Gathering
from pages.clients.invite import show_invitation
from studio.clients import facts
from studio.clients.actions import archive_client, export_clients, restore_client
from studio.clients.queries import list_clients, tags_in_use
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.kernel.work import Action

SHOWN = (
    facts.ClientCreated,
    facts.ClientEdited,
    facts.ClientArchived,
    facts.ClientRestored,
    facts.PhotoChanged,
    facts.HealthChanged,
    facts.ClientsFilled,
)
SAID = {
    "archive": lambda n: nt("Archived {n} client.", "Archived {n} clients.", n),
    "restore": lambda n: nt("Restored {n} client.", "Restored {n} clients.", n),
}


async def draw() -> None:
    """The list, with what is wanted of it in the address."""
    clients = ClientList(current_actor(), await look(tags_in_use))
    with frame(t("Clients"), active="/clients"):
        clients.draw()
        await clients.table.load()
    live(SHOWN, do=Gathering(clients.follow))


class ClientList:
    """The table, its acts and the way it follows what happens elsewhere."""

    table: DataTable

    def __init__(self, actor: Actor, tags: list[str]) -> None:
        self.actor, self.tags = actor, tags

    def draw(self) -> None:
        with head(t("Clients")).end:
            button(t("Scan a code"), icon="camera", to="/scan")
            if self.may("clients.registration.invite"):
                button(t("Register a client"), show_invitation, icon="qr").classes("not-phone")
            if self.may("clients.client.edit"):
                button(t("New client"), kind="primary", icon="plus", to="/clients/new", key="n")
        with ui.element("div").classes("body"):
            self.table = DataTable(
                list_rows.columns(),
                self.load,
                key="clients",
                label=t("Clients"),
                filters=list_rows.filters(self.tags),
                acts=list_rows.acts(self.actor),
                bulk=list_rows.bulk(self.actor),
                on_act=self.do,
                exports=["csv"] if self.may("clients.client.export") else [],
                on_export=self.export,
                empty=list_rows.empty(self.actor),
                search=t("Name, phone, e-mail or code"),
                start=Wanted(sort="name"),
            )

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows; a sign-in that has ended leads to the door."""
        try:
            found = await look(list_clients, page=wanted.page, size=wanted.size, **list_rows.asked(wanted))
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return Page([], 0)
        return Page([list_rows.row(client) for client in found.items], found.total)

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed clients: the list as it is now, with those rows flashing once."""
        await self.table.changed(*(fact.client_id for fact in heard if isinstance(fact, facts.ClientFact)))

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row or on all that are ticked."""
        if name in ("open", "edit"):
            row = next((row for row in self.table.rows if row["id"] == ids[0]), None)
            if row:
                ui.navigate.to(row["to"] + ("/edit" if name == "edit" else ""))
        elif name == "archive":
            await self.move(name, archive_client, restore_client, ids)
        elif name == "restore":
            await self.move(name, restore_client, archive_client, ids)

    async def move(self, name: str, verb: Action[..., Any], back: Action[..., Any], ids: list[str]) -> None:
        """Archive or restore, and offer the way back for exactly those."""
        done = [one for one in ids if await act(verb, UUID(one))]

        async def undo() -> None:
            for one in done:
                await act(back, UUID(one))

        if done:
            toast(SAID[name](len(done)), undo)

    async def export(self, kind: str, wanted: Wanted) -> None:
        """The whole list as it is narrowed now, as a file; the journal keeps who took it."""
        rows = await act(export_clients, **list_rows.asked(wanted))
        if rows is not None:
            name = f"{t('Clients')} {now_here():%Y-%m-%d}.{kind}"
            ui.download.content(csv_of(rows), name, "text/csv")

    def may(self, permission: str) -> bool:
        return may(self.actor, permission, house().rights)
