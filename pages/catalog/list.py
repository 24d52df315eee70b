"""The catalogue: every service in the studio's own order, with the chosen one beside it."""

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
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.beside import WIDE, asked_for
from components.table import DataTable, Page, Wanted
from pages.catalog import many, rows
from pages.catalog.pane import ServicePane
from pages.catalog.taking_out import take_out
from pages.clients.handover import greet
from studio.catalog.actions import archive_services, fill_defaults
from studio.catalog.defaults import USUAL_SERVICES
from studio.catalog.facts import CatalogFact, ServiceFact
from studio.catalog.queries import LARGEST_PAGE, Choices, choices, list_services
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, nt, t
from studio.upkeep.facts import SettingChanged

EDIT, IMPORT, EXPORT = "catalog.service.edit", "catalog.service.import", "catalog.service.export"
USUAL = N_("Put in the usual services")


async def draw() -> None:
    """The list, with what is wanted of it in the address."""
    catalogue = Catalogue(current_actor(), await look(choices))
    with frame(t("Services"), active="/catalog"):
        catalogue.draw()
    live((CatalogFact, SettingChanged), do=Gathering(catalogue.follow))
    await catalogue.table.load()
    await catalogue.open_again()
    greet()


class Catalogue:
    """The table, its acts, and how it follows what happens elsewhere."""

    table: DataTable
    usual: ui.element

    def __init__(self, actor: Actor, offered: Choices) -> None:
        self.actor, self.choices = actor, offered

    def draw(self) -> None:
        with head(t("Services"), t("What the studio offers, in the order clients are asked.")).end:
            self._more()
            if self.may(EDIT):
                button(t("New service"), kind="primary", icon="plus", to="/catalog/new", key="n")
        with ui.element("div").classes("body"):
            self._offer_usual()
            with ui.element("div").classes("beside"):
                self._table()
                self.pane = ServicePane(self.actor, lambda: self.table.point_at(""))
                self.pane.draw()

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows; a sign-in that has ended leads to the door."""
        asked = rows.asked(wanted)
        try:
            found = await look(list_services, page=wanted.page, size=wanted.size, **asked)
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return Page([], 0)
        self.usual.set_visibility(not found.total and not wanted.q and not any(wanted.filters.values()))
        ordered = asked["sort"] == rows.OWN
        return Page([rows.row(one, self.choices, ordered=ordered) for one in found.items], found.total)

    async def show(self, service_id: str) -> None:
        """The service beside the list, where the screen is wide; pressed again, its own page opens."""
        if not service_id:
            await self.pane.close()
        elif self.table.row(service_id) and await self.pane.show(UUID(service_id)):
            self.table.point_at(service_id)

    async def open_again(self) -> None:
        """The service the address names, where it stands on this page of the list."""
        code = asked_for()
        row = next((row for row in self.table.rows if code and row["code"] == code), None)
        if row:
            await self.show(str(row["id"]))

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed the catalogue: the list as it is now, with those rows flashing once."""
        if any(isinstance(fact, SettingChanged) for fact in heard):
            self.choices = await look(choices)
        told = [fact for fact in heard if isinstance(fact, CatalogFact)]
        await self.pane.follow(told)
        await self.table.changed(*(fact.service_id for fact in told if isinstance(fact, ServiceFact)))

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row or on all that are ticked."""
        row = self.table.row(ids[0])
        if name in ("open", "edit") and row:
            ui.navigate.to(row["to"] + ("/edit" if name == "edit" else ""))
        elif name in ("top", "up", "down"):
            await self._move(name, ids[0])
        elif name in many.VERBS:
            await many.do(name, [UUID(one) for one in ids])

    async def order(self, ids: list[str]) -> None:
        """The rows of this page, as somebody has put them."""
        await many.put_in_order([UUID(one) for one in ids])

    async def _move(self, way: str, service_id: str) -> None:
        """One place up or down on this page, or before all that the list finds."""
        ids = [row["id"] for row in self.table.rows]
        at = ids.index(service_id)
        if way == "top":
            ids = await self._all_ids()
            at, to = ids.index(service_id), 0
        else:
            to = at + (1 if way == "down" else -1)
        if 0 <= to < len(ids):
            moved = [one for one in ids if one != service_id]
            moved.insert(to, service_id)
            await many.put_in_order([UUID(one) for one in moved])

    async def _all_ids(self) -> list[str]:
        asked, ids, page = rows.asked(self.table.wanted), list[str](), 1
        while True:
            found = await look(list_services, page=page, size=LARGEST_PAGE, **asked)
            ids += [str(one.id) for one in found.items]
            if len(ids) >= found.total or not found.items:
                return ids
            page += 1

    async def _fill(self) -> None:
        made = await act(fill_defaults)
        if made:
            said = nt("{n} usual service is in the catalogue.", "{n} usual services are in the catalogue.", len(made))
            toast(said, lambda: act(archive_services, made))
        elif made is not None:
            toast(t("All usual services were put in before."))

    def _table(self) -> None:
        self.table = DataTable(
            rows.columns(),
            self.load,
            key="catalog",
            label=t("Services"),
            filters=rows.filters(self.choices),
            acts=rows.acts(self.actor),
            bulk=rows.bulk(self.actor),
            on_act=self.do,
            exports=["csv", "xlsx"] if self.may(EXPORT) else [],
            on_export=lambda kind, wanted: take_out(kind, rows.asked(wanted)),
            empty=rows.empty(self.actor),
            search=t("Name or code"),
            start=Wanted(sort=rows.OWN),
            on_open=self.show,
            beside=WIDE,
            movable=rows.OWN if self.may(rows.ORDER) else "",
            on_order=self.order,
        )

    def _offer_usual(self) -> None:
        """While there is nothing: everything a tattoo studio usually offers, at one press."""
        self.usual = ui.element("div").classes("band info catalog-usual")
        self.usual.set_visibility(False)
        if self.may(EDIT):
            with self.usual:
                words = t(
                    "Begin with what a tattoo studio usually offers: {n} services to price, rename or archive.",
                    n=len(USUAL_SERVICES),
                )
                text(words, "grow")
                button(t(USUAL), self._fill)

    def _more(self) -> None:
        if not self.may(EDIT) and not self.may(IMPORT):
            return
        with icon_button("more", t("More for services")), ui.menu().props("anchor='bottom right' self='top right'"):
            if self.may(IMPORT):
                words, to = t("Import services"), "/catalog/import"
                ui.menu_item(words, partial(ui.navigate.to, to)).props("role=menuitem")
            if self.may(EDIT):
                ui.menu_item(t(USUAL), self._fill).props("role=menuitem")

    def may(self, permission: str) -> bool:
        return may(self.actor, permission, house().rights)
