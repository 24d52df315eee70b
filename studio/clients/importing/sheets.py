"""Excel workbooks, read line by line, never unpacked further than a list of clients can need."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from studio.clients.importing import refusals

MOST_UNPACKED = 400_000_000
MOST_SHARED = 100_000_000
MOST_MEMBERS = 2_000
MOST_COLUMNS = 200


def sheet_names(data: bytes) -> list[str]:
    """The sheets of the workbook."""
    book = _opened(data)
    try:
        names = list(book.sheetnames)
    finally:
        book.close()
    if not names:
        raise refusals.FileIsEmpty
    return names


def sheet_lines(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number, each cell as people would read it."""
    book = _opened(data)
    try:
        sheet = book[name] if name in book.sheetnames else book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), start=1):
            yield number, _trimmed([cell_text(cell) for cell in cells])
    except (KeyError, ValueError, TypeError, SyntaxError, zipfile.BadZipFile, EOFError, IndexError, AttributeError):
        raise refusals.FileIsUnreadable from None
    finally:
        book.close()


def cell_text(cell: Any) -> str:
    """A value as text: whole numbers without a point, dates year first, yes and no as words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _opened(data: bytes) -> Any:
    from openpyxl import load_workbook

    _refuse_bombs(data)
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (KeyError, ValueError, TypeError, SyntaxError, OSError, EOFError, IndexError, AttributeError):
        raise refusals.FileIsUnreadable from None
    except zipfile.BadZipFile:
        raise refusals.FileIsUnreadable from None


def _refuse_bombs(data: bytes) -> None:
    """By what it says it unpacks to; the zip reader never gives more than that."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise refusals.FileIsUnreadable from None
    shared = sum(one.file_size for one in members if "sharedStrings" in one.filename)
    unpacked = sum(one.file_size for one in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or shared > MOST_SHARED:
        raise refusals.FileUnpacksTooLarge
    if not any(one.filename == "[Content_Types].xml" for one in members):
        raise refusals.FileIsNoTable


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
