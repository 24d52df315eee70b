"""Clients as a CSV file that no spreadsheet can be tricked with."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from pages.clients.columns_out import cells, heads
from studio.clients.queries import ClientRow

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_of(rows: Iterable[ClientRow]) -> bytes:
    """The file, with the mark by which spreadsheets know its letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(heads())
    writer.writerows([inert(cell) for cell in cells(row)] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(cell: object) -> str:
    """The cell as text; a leading apostrophe keeps what looks like a formula from being one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(DANGEROUS) or text.startswith(("\t", "\r", "\n")) else text
