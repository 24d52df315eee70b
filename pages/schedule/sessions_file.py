"""An artist's sessions as a file for the browser to keep; no spreadsheet can be tricked with it."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO

from nicegui import ui

from components.app.moments import here, now_here, show_date, show_time
from components.app.perform import act
from components.form.amounts import show_amount
from components.table import Wanted
from pages.clients.csv_file import inert
from pages.clients.xlsx_file import text_cell
from studio.kernel.house import house
from studio.kernel.text import language, speaking, t
from studio.schedule.actions.taking_out import export_sessions
from studio.schedule.queries import Artist, Booking
from studio.schedule.rules.steps import STATUSES
from studio.schedule.words import KINDS

TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
Table = Sequence[Sequence[str]]


async def take_out(one: Artist, kind: str, wanted: Wanted) -> None:
    """What the list shows now; who took it is written down."""
    if kind not in WRITERS:
        return
    status = wanted.filters.get("status", "")
    found = await act(export_sessions, one.id, form=kind, status=status, q=wanted.q)
    if found is not None:
        made = await asyncio.to_thread(written, kind, [_cells(booking) for booking in found], language())
        ui.download.content(made, f"{t('Sessions')} {one.code} {now_here():%Y-%m-%d}.{kind}", TYPES[kind])


def written(kind: str, rows: Table, tongue: str) -> bytes:
    """The file's bytes, in the reader's language."""
    with speaking(tongue):
        heads = [t("Code"), t("Day"), t("Time"), t("Client"), t("Kind"), t("State"), t("Minutes"), t("Price")]
        return WRITERS[kind]([heads, *rows])


def _cells(one: Booking) -> list[str]:
    starts = here(one.starts_at)
    return [
        one.code,
        show_date(starts.date()),
        show_time(starts),
        one.client or one.title,
        t(KINDS[one.kind]),
        t(STATUSES[one.status]),
        str(int((one.ends_at - one.starts_at).total_seconds()) // 60),
        show_amount(one.price, str(house().settings["studio.locale"])) if one.price else "",
    ]


def _csv(table: Table) -> bytes:
    out = StringIO()
    csv.writer(out).writerows([inert(told) for told in line] for line in table)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(table: Table) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(letter for letter in t("Sessions") if letter not in r"\/*?:[]")[:31])
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["D"].width = 32
    for at, line in enumerate(table):
        sheet.append([text_cell(sheet, told, bold=at == 0) for told in line])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


WRITERS: Mapping[str, Callable[[Table], bytes]] = {"csv": _csv, "xlsx": _xlsx}
