"""A service beside the list on a wide screen: all its conditions, and the form in the same place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button, icon_button
from components.app.feedback import confirm, toast
from components.app.perform import look
from components.app.text import text
from components.beside import Beside
from pages.catalog.facts_part import draw_facts
from pages.catalog.form import ServiceForm, Undo
from studio.catalog.queries import Service, choices, service
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


class ServicePane:
    """The pane beside the catalogue; while somebody types in it, nothing takes it away unasked."""

    one: Service | None = None
    form: ServiceForm | None = None

    def __init__(self, actor: Actor, on_close: Callable[[], None]) -> None:
        self.actor, self.on_close = actor, on_close
        self.pane = Beside(t("The chosen service"), self._closed)

    def draw(self) -> None:
        self.pane.draw()

    async def show(self, service_id: UUID, *, asked: bool = True) -> bool:
        """Read and draw this service; False when it cannot be read, or somebody would rather go on typing."""
        if asked and not await self.may_leave():
            return False
        try:
            one, offered = await look(service, service_id), await look(choices)
        except Refusal:
            self.pane.close()
            return False
        self.one, self.form = one, None
        with self.pane.room() as place:
            self._head(one)
            draw_facts(one, offered)
            if one.archived_at is None and may(self.actor, "catalog.service.edit", house().rights):
                with ui.element("div").classes("line wrap"):
                    button(t("Edit"), self.edit, kind="primary", icon="edit")
        self.pane.turn_to(place, one.code)
        return True

    async def edit(self) -> None:
        """The form where the facts stood."""
        if self.one is None:
            return
        one, offered = await look(service, self.one.id), await look(choices)
        self.form = ServiceForm(one, offered, self._saved, lambda: self.show(one.id))
        with self.pane.room() as place:
            self._head(one)
            with ui.element("div").classes("service-form"):
                self.form.draw()
        self.pane.turn_to(place, one.code)

    async def close(self) -> None:
        """Give the list the whole width again, unless somebody would rather go on typing."""
        if await self.may_leave():
            self.pane.close()

    async def may_leave(self) -> bool:
        """Whether nothing typed would be lost, or it may be."""
        if self.form is None or not self.form.form.dirty:
            return True
        left = await confirm(
            t("Leave without saving?"),
            t("What you changed here has not been saved."),
            t("Leave without saving"),
            stop=True,
        )
        return bool(left)

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed the service shown, or many at once; a form that is being typed in stays."""
        if (
            self.one
            and self.form is None
            and any(getattr(one, "service_id", self.one.id) == self.one.id for one in heard)
        ):
            await self.show(self.one.id)

    async def _saved(self, one: Service, said: str, undo: Undo | None) -> None:
        if said:  # first: what is drawn next takes the form away, and whoever speaks from it with it
            toast(said, undo)
        await self.show(one.id, asked=False)

    def _closed(self) -> None:
        self.one = self.form = None
        self.on_close()

    def _head(self, one: Service) -> None:
        with ui.element("div").classes("line top"):
            with ui.element("div").classes("grow stack tight"):
                text(one.name, "strong", "h2")
                text(one.code, "small second", "a").props["href"] = f"/catalog/{one.code}"
            icon_button("close", t("Close"), self.close)
