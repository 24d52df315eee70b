"""The journal as a file no spreadsheet can be tricked with. Who took it stands in the journal itself."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from nicegui import ui

from components.app.moments import here, now_here
from components.app.perform import act
from components.app.who import current_actor
from pages.clients.csv_file import inert
from pages.upkeep.audit_values import changed
from studio.kernel.actor import Actor
from studio.kernel.history import Event
from studio.kernel.text import language, speaking, t
from studio.kernel.work import ask
from studio.upkeep.checking import take_journal_out
from studio.upkeep.queries import seek_journal
from studio.upkeep.seeking import Sought

PORTION = 500


async def take_out(sought: Sought) -> None:
    """What is sought, up to this moment, for the browser to keep."""
    taken = await act(take_journal_out, sought)
    if taken is not None:
        count, newest = taken
        wanted = replace(sought, upto=newest)
        made = await asyncio.to_thread(written, current_actor(), wanted, count, language())
        ui.download.content(made, f"{t('Audit')} {now_here():%Y-%m-%d}.csv", "text/csv")


def written(actor: Actor, sought: Sought, count: int, tongue: str) -> bytes:
    """The file's bytes, with the mark by which spreadsheets know its letters."""
    out = StringIO()
    writer = csv.writer(out)
    with speaking(tongue):
        writer.writerow([t("Entry"), t("When"), t("Who"), t("What happened"), t("Changed")])
        for event in _events(actor, sought, count):
            writer.writerow([inert(cell) for cell in _cells(event)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _events(actor: Actor, sought: Sought, count: int) -> Iterator[Event]:
    for page in range(1, -(-count // PORTION) + 1):
        found, _ = ask(actor, seek_journal, sought, page=page, size=PORTION)
        yield from found


def _cells(event: Event) -> list[str]:
    told = "; ".join(f"{one.label}: {one.before or '–'} → {one.after or '–'}" for _, one in changed(event))
    return [str(event.no), f"{here(event.at):%Y-%m-%d %H:%M:%S}", event.who, event.sentence, told]
