"""Taking clients out as a file: the right is asked again, the journal keeps who took how many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence

from nicegui import ui

from components.app.feedback import refuse
from components.app.moments import now_here
from components.app.perform import act, look
from components.app.who import current_actor
from pages.clients.csv_file import csv_of
from pages.clients.pdf_file import MOST, pdf_of
from pages.clients.xlsx_file import xlsx_of
from studio.clients import refusals
from studio.clients.actions import export_clients, note_blocked_export
from studio.clients.choosing import Chosen
from studio.clients.masking import SEE as CONTACT
from studio.clients.queries import ClientRow, list_clients
from studio.kernel.house import house
from studio.kernel.text import language, speaking, t

WRITERS: Mapping[str, Callable[[Sequence[ClientRow]], bytes]] = {"csv": csv_of, "xlsx": xlsx_of, "pdf": pdf_of}
KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


async def take_out(kind: str, chosen: Chosen, sort: str = "name") -> None:
    """These clients as a file for the browser to keep; a list that is too long to print is refused before it leaves."""
    if kind not in WRITERS:
        return
    if kind == "pdf" and await _count(chosen) > MOST:
        refuse(refusals.ListIsTooLong(most=MOST))
        return
    rows = await act(export_clients, chosen, sort=sort, form=kind)
    if rows is None:
        if house().rights.scope(current_actor(), CONTACT) != "all":
            await act(note_blocked_export, kind)
    else:
        made = await asyncio.to_thread(written, kind, rows, language())
        ui.download.content(made, f"{t('Clients')} {now_here():%Y-%m-%d}.{kind}", KINDS[kind])


def written(kind: str, rows: Sequence[ClientRow], tongue: str) -> bytes:
    """The file's bytes, in the reader's language."""
    with speaking(tongue):
        return WRITERS[kind](rows)


async def _count(chosen: Chosen) -> int:
    if chosen.ids is not None:
        return len(chosen.ids)
    found = await look(list_clients, size=1, q=chosen.q, archived=chosen.archived, tag=chosen.tag, health=chosen.health)
    return found.total
