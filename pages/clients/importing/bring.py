"""The screen `/clients/import`: a place for the file, and what was brought before."""

from __future__ import annotations

import asyncio
import hashlib

from nicegui import ui

from components.app.frame import frame, head
from components.app.marks import status_mark
from components.app.moments import show_moment, show_number
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.files import FileField, Handed
from pages.clients.importing.words import state_mark
from studio.clients.importing import refusals, running
from studio.clients.importing.actions import keep_import
from studio.clients.importing.asking import look_apart
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.queries import ImportView, imports_to_tidy, list_imports
from studio.extension.incoming import TABLES, Allowed
from studio.kernel.house import house
from studio.kernel.refusal import Denied
from studio.kernel.text import t

MOST = 30


async def draw() -> None:
    """The screen; what earlier imports left behind is cleared away by the way."""
    files = await look(list_imports)
    for left in await look(imports_to_tidy):
        running.begin_tidying(current_actor(), left)
    with frame(t("Import clients"), active="/clients"):
        head(t("Import clients"), t("From another program, a spreadsheet or an old list."))
        with ui.element("div").classes("body import stack wide"):
            _place()
            if files:
                _earlier(files)


def _place() -> None:
    async def take(handed: Handed) -> None:
        address = await _kept(handed.name, handed.read())
        if address:
            ui.navigate.to(address)

    label = t("Drop a CSV file or an Excel workbook here. Nobody is put on file before you have seen what it holds.")
    FileField(take, label=label, allowed=Allowed(TABLES, MOST))


async def _kept(name: str, data: bytes) -> str:
    """Look at the file apart, keep it, and give the address where it goes on."""
    if house().rights.scope(current_actor(), IMPORT) is None:
        raise Denied
    if len(data) > MOST * 1_000_000:
        raise refusals.FileIsTooLarge(limit=MOST)
    seen = await asyncio.to_thread(look_apart, house(), data)
    file_id = await asyncio.to_thread(house().files.put, data)
    digest = hashlib.sha256(data).hexdigest()
    import_id = await act(keep_import, name, file_id, digest, len(data), seen)
    return f"/clients/import/{import_id}" if import_id else ""


def _earlier(files: list[ImportView]) -> None:
    with ui.element("section").classes("stack"):
        text(t("Brought before"), "", "h2")
        with ui.element("div").classes("ruled"):
            for file in files:
                with ui.element("div").classes("line wrap"):
                    link = text(file.file_name, "link cut", "a")
                    link.props["href"] = f"/clients/import/{file.id}"
                    text(f"{show_moment(file.created_at)} · {file.by_name}", "small quiet grow")
                    made = file.counts.get("made")
                    if made is not None:
                        text(show_number(made), "small second")
                    status_mark(*state_mark(file, under_way=running.is_under_way(file.id)))
