"""Clients as a spreadsheet whose cells are text, whatever they look like."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from pages.clients.columns_out import cells, heads
from studio.clients.queries import ClientRow
from studio.kernel.text import t


def xlsx_of(rows: Iterable[ClientRow]) -> bytes:
    """The workbook, written row by row. What begins like a formula stays text, also when somebody edits the cell."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_title())
    sheet.freeze_panes = "C2"
    for letter, width in zip("ABCDEFGHIJK", (10, 28, 18, 12, 20, 30, 12, 24, 10, 12, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([text_cell(sheet, head, bold=True) for head in heads()])
    for row in rows:
        sheet.append([text_cell(sheet, value) for value in cells(row)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text_cell(sheet: Any, value: str | date | None, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    if value is None or isinstance(value, date):
        return value
    made = WriteOnlyCell(sheet)
    made._value, made.data_type = ILLEGAL_CHARACTERS_RE.sub("", value), "s"
    if bold:
        made.font = Font(bold=True)
    else:
        made.quotePrefix = True
    return made


def _title() -> str:
    return "".join(letter for letter in t("Clients") if letter not in r"\/*?:[]")[:31]
