"""Adding a service and changing it, each at its own address."""

from __future__ import annotations

from nicegui import ui

from components.app.frame import frame, head
from components.app.perform import look
from pages.catalog.form import ServiceForm, Undo
from pages.clients.handover import leave_word
from studio.catalog.queries import Service, choices, service_by_code
from studio.kernel.text import t


async def draw_new() -> None:
    """A service that is not in the catalogue yet."""
    with frame(t("New service"), active="/catalog"):
        head(t("New service"), t("A name, a kind and how long it takes are enough; everything else can follow."))
        with ui.element("div").classes("body service-form narrow"):
            ServiceForm(None, await look(choices), _leave, "/catalog").draw()


async def draw_edit(code: str) -> None:
    """A service that stands; an archived one has to be restored first."""
    one, offered = await look(service_by_code, code), await look(choices)
    back = f"/catalog/{one.code}"
    note = t("{name} is archived. Restore it first.", name=one.name) if one.archived_at else one.code
    with frame(one.name, active="/catalog", under=[(one.name, back)]):
        head(one.name, note)
        if one.archived_at is None:
            with ui.element("div").classes("body service-form narrow"):
                ServiceForm(one, offered, _leave, back).draw()


def _leave(one: Service, said: str, undo: Undo | None) -> None:
    if said:
        leave_word(said, undo)
    ui.navigate.to(f"/catalog/{one.code}")
