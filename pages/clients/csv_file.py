"""Clients as a CSV file that no spreadsheet can be tricked with."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

from pages.clients.columns_out import cells, heads
from studio.clients.queries import ClientRow

_ALIVE = re.compile(r"(^|[;|\t\r\n])(?=[ \u00a0']*[=+\-@\t\r\n＝＋－＠])")
"""Where a formula could begin: where the cell does, and after whatever other countries' spreadsheets part cells by."""


def csv_of(rows: Iterable[ClientRow]) -> bytes:
    """The file, with the mark by which spreadsheets know its letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(heads())
    writer.writerows([inert(cell) for cell in cells(row)] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(cell: object) -> str:
    """The cell as text; an apostrophe keeps what looks like a formula from being one. `lively` takes it away again."""
    return "" if cell is None else _ALIVE.sub(r"\1'", str(cell))
