"""All clients in one table."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button, icon_button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import look
from components.app.who import current_actor
from components.beside import WIDE, asked_for
from components.table import DataTable, Page, Wanted
from pages.clients import list_rows
from pages.clients.card_pane import CardPane
from pages.clients.invite import show_invitation
from pages.clients.many import Many
from pages.clients.taking_out import take_out
from pages.clients.views import Views
from studio.clients import facts
from studio.clients.choosing import Chosen
from studio.clients.queries import KeptView, TagUse, list_clients, tag_colours, tag_uses, views_of
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t

SHOWN = (
    facts.ClientCreated,
    facts.ClientEdited,
    facts.ClientArchived,
    facts.ClientRestored,
    facts.PhotoChanged,
    facts.HealthChanged,
    facts.ClientsFilled,
    facts.ManyClientsFact,
    facts.ClientsMerged,
    facts.ClientsParted,
    facts.TagColoured,
)
ELSEWHERE = (
    (N_("On file twice?"), "/clients/duplicates", "clients.client.merge"),
    (N_("Tags"), "/clients/tags", "clients.tag.manage"),
    (N_("Import clients"), "/clients/import", "clients.client.import"),
)


async def draw() -> None:
    """The list, with what is wanted of it in the address."""
    clients = ClientList(current_actor(), await look(tag_uses), await look(views_of))
    with frame(t("Clients"), active="/clients"):
        clients.draw()
    live(SHOWN, do=Gathering(clients.follow))
    await clients.table.load()
    await clients.open_again()


class ClientList:
    """The table, its acts and the way it follows what happens elsewhere."""

    table: DataTable

    def __init__(self, actor: Actor, tags: list[TagUse], kept: list[KeptView]) -> None:
        self.actor, self.kept = actor, kept
        self.tags = [use.tag for use in tags]
        self.pigments = {use.tag: use.pigment for use in tags}
        self.many = Many(self.take_out)

    def draw(self) -> None:
        with head(t("Clients")).end:
            self._more()
            button(t("Scan a code"), icon="camera", to="/scan")
            if self.may("clients.registration.invite"):
                button(t("Register a client"), show_invitation, icon="qr").classes("not-phone")
            if self.may("clients.client.edit"):
                button(t("New client"), kind="primary", icon="plus", to="/clients/new", key="n")
        with ui.element("div").classes("body beside"):
            self.table = DataTable(
                list_rows.columns(),
                self.load,
                key="clients",
                label=t("Clients"),
                filters=list_rows.filters(self.tags),
                acts=list_rows.acts(self.actor),
                bulk=list_rows.bulk(self.actor),
                on_act=self.do,
                on_all=self.do_all,
                exports=["csv", "xlsx", "pdf"] if self.may("clients.client.export") else [],
                on_export=self.export,
                empty=list_rows.empty(self.actor),
                search=t("Name, phone, e-mail or code"),
                start=Wanted(sort="name"),
                on_open=self.show,
                beside=WIDE,
            )
            with self.table:
                Views(self.actor, self.kept, lambda: self.table.wanted).draw()
            self.beside = CardPane(self.actor, lambda: self.table.point_at(""))
            self.beside.draw()

    def _more(self) -> None:
        if not any(self.may(needs) for *_, needs in ELSEWHERE):
            return
        with icon_button("more", t("More for clients")), ui.menu().props("anchor='bottom right' self='top right'"):
            for words, to, needs in ELSEWHERE:
                if self.may(needs):
                    ui.menu_item(t(words), partial(ui.navigate.to, to)).props("role=menuitem")

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows; a sign-in that has ended leads to the door."""
        try:
            found = await look(list_clients, page=wanted.page, size=wanted.size, **list_rows.asked(wanted))
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return Page([], 0)
        return Page([list_rows.row(client, self.pigments) for client in found.items], found.total)

    async def show(self, client_id: str) -> None:
        """The client beside the list, where the screen is wide; pressed again, their own page opens."""
        if not client_id:
            self.beside.pane.close()
        elif self.table.row(client_id) and await self.beside.show(UUID(client_id)):
            self.table.point_at(client_id)

    async def open_again(self) -> None:
        """The client the address names, where they stand on this page of the list."""
        code = asked_for()
        row = next((row for row in self.table.rows if code and row["code"] == code), None)
        if row:
            await self.show(str(row["id"]))

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed clients: the list as it is now, with those rows flashing once."""
        await self.beside.follow(heard)
        if any(isinstance(fact, facts.TagColoured) for fact in heard):
            self.pigments = await look(tag_colours)
        await self.table.changed(*(fact.client_id for fact in heard if isinstance(fact, facts.ClientFact)))

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row or on all that are ticked."""
        if name in ("open", "edit"):
            row = self.table.row(ids[0])
            if row:
                ui.navigate.to(row["to"] + ("/edit" if name == "edit" else ""))
        else:
            await self.many.do(name, Chosen(ids=tuple(map(UUID, ids))), len(ids))

    async def do_all(self, name: str, wanted: Wanted) -> None:
        """An act on all that the list finds, on whatever page they stand."""
        asked = list_rows.asked(wanted)
        found = await look(list_clients, size=1, **asked)
        asked.pop("sort")
        await self.many.do(name, Chosen(**asked), found.total)

    async def export(self, kind: str, wanted: Wanted) -> None:
        """The whole list as it is narrowed now, as a file; the journal keeps who took it."""
        asked = list_rows.asked(wanted)
        sort = asked.pop("sort")
        await self.take_out(kind, Chosen(**asked), sort)

    async def take_out(self, kind: str, chosen: Chosen, sort: str = "name") -> None:
        """These clients as a file."""
        await take_out(kind, chosen, sort)

    def may(self, permission: str) -> bool:
        return may(self.actor, permission, house().rights)
