"""Clients as a CSV file that no spreadsheet can be tricked with."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from components.app.moments import here
from pages.clients.showing import LABELS
from studio.clients.queries import ClientRow
from studio.kernel.text import t

FIELDS = ("code", "name", "preferred_name", "pronouns", "phone", "email", "birth_date", "tags", "language")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_of(rows: Iterable[ClientRow]) -> bytes:
    """The file, with the mark by which spreadsheets know its letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([*(t(LABELS[field]) for field in FIELDS), t("Client since"), t("Archived")])
    for row in rows:
        archived = row.archived_at and here(row.archived_at).date()
        cells = [*(getattr(row, field) for field in FIELDS), here(row.created_at).date(), archived]
        writer.writerow([inert(", ".join(cell) if isinstance(cell, list) else cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(cell: object) -> str:
    """The cell as text; a leading apostrophe keeps what looks like a formula from being one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(DANGEROUS) or text.startswith(("\t", "\r", "\n")) else text
