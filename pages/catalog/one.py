"""The page of one service."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import act, look
from components.app.who import current_actor
from pages.catalog.facts_part import draw_facts
from pages.clients.handover import greet
from studio.catalog.actions import archive_service, restore_service
from studio.catalog.facts import CatalogFact
from studio.catalog.queries import Service, choices, service, service_by_code
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


async def draw(code: str) -> None:
    """The screen `/catalog/{code}`."""
    page = ServicePage(await look(service_by_code, code))
    with frame(page.one.name, active="/catalog"):
        page.place = ui.element("div")
        live(CatalogFact, do=Gathering(page.follow))
        await page.draw()
    greet()


class ServicePage:
    """What stands on the page, and what can be done with it."""

    place: ui.element

    def __init__(self, one: Service) -> None:
        self.one, self.actor = one, current_actor()

    async def draw(self) -> None:
        """Everything, as it is now."""
        offered = await look(choices)
        self.place.clear()
        with self.place:
            with head(self.one.name, self.one.code).end:
                self._acts()
            with ui.element("div").classes("body narrow stack loose"):
                draw_facts(self.one, offered)

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed this service, or many at once."""
        if any(getattr(fact, "service_id", self.one.id) == self.one.id for fact in heard):
            try:
                self.one = await look(service, self.one.id)
            except Refusal:
                return
            await self.draw()

    def _acts(self) -> None:
        if self._may("catalog.service.archive"):
            if self.one.archived_at:
                button(t("Restore"), self._restore, icon="undo")
            else:
                button(t("Archive"), self._archive, icon="archive")
        if self.one.archived_at is None and self._may("catalog.service.edit"):
            button(t("Edit"), kind="primary", icon="edit", to=f"/catalog/{self.one.code}/edit", key="e")

    async def _archive(self) -> None:
        if await act(archive_service, self.one.id):
            said = t("{name} is archived. What was booked as it stays.", name=self.one.name)
            toast(said, lambda: act(restore_service, self.one.id))

    async def _restore(self) -> None:
        if await act(restore_service, self.one.id):
            toast(t("{name} is back in the catalogue.", name=self.one.name), lambda: act(archive_service, self.one.id))

    def _may(self, permission: str) -> bool:
        return may(self.actor, permission, house().rights)
