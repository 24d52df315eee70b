"""Taking the catalogue out as a file that can be brought back; no spreadsheet can be tricked with it."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any

from nicegui import ui

from components.app.moments import now_here
from components.app.perform import act, look
from components.form.amounts import show_amount
from pages.catalog.showing import field_text, name_of
from pages.clients.csv_file import inert
from pages.clients.xlsx_file import text_cell
from studio.catalog.actions import export_services
from studio.catalog.queries import Choices, Service, choices
from studio.catalog.sheet import BETWEEN, COLUMNS
from studio.catalog.words import LABELS
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import language, speaking, t

KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
Table = Sequence[Sequence[str]]


async def take_out(kind: str, asked: Mapping[str, Any]) -> None:
    """What the list shows now, for the browser to keep; who took it is written down."""
    if kind not in WRITERS:
        return
    offered = await look(choices)
    found = await act(export_services, form=kind, **asked)
    if found is not None:
        made = await asyncio.to_thread(written, kind, found, offered, language())
        ui.download.content(made, f"{t('Services')} {now_here():%Y-%m-%d}.{kind}", KINDS[kind])


def written(kind: str, found: Sequence[Service], offered: Choices, tongue: str) -> bytes:
    """The file's bytes, in the reader's language."""
    with speaking(tongue):
        heads = [t(LABELS[name]) for name in COLUMNS]
        return WRITERS[kind]([heads, *([cell(one, name, offered) for name in COLUMNS] for one in found)])


def cell(one: Service, name: str, offered: Choices) -> str:
    """One cell: words where people read words, digits where they count."""
    if name == "artists":
        return f"{BETWEEN} ".join(name_of(who.artist_id, offered) for who in one.artists) if not one.everybody else ""
    value = getattr(one, name)
    return (
        show_amount(value, str(house().settings["studio.locale"]))
        if isinstance(value, Money)
        else field_text(name, value, offered)
    )


def _csv(table: Table) -> bytes:
    out = StringIO()
    csv.writer(out).writerows([inert(told) for told in line] for line in table)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(table: Table) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(letter for letter in t("Services") if letter not in r"\/*?:[]")[:31])
    sheet.freeze_panes = "C2"
    sheet.column_dimensions["B"].width, sheet.column_dimensions["D"].width = 28, 40
    for at, line in enumerate(table):
        sheet.append([text_cell(sheet, told, bold=at == 0) for told in line])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


WRITERS: Mapping[str, Callable[[Table], bytes]] = {"csv": _csv, "xlsx": _xlsx}
