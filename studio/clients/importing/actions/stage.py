"""Checking a file: its lines as they came, compared with who is on file, a few hundred at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update
from uuid_utils.compat import uuid7

from storage.wholesale import insert_rows
from studio.clients.importing import refusals
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import CHOICES, FILE, ROW, ROWS, file_of, note_on
from studio.clients.importing.matching import mark_known, mark_twice
from studio.clients.importing.rows import STORED
from studio.kernel.work import Work, action


@action("clients.import.check", needs=IMPORT)
def check_import(work: Work, import_id: UUID) -> dict[str, Any]:
    """Begin to check, from the first line; gives what whoever reads the file has to know."""
    file = file_of(work, import_id, "read", "checking", "checked")
    work.connection.execute(delete(ROWS).where(ROW.import_id == import_id))
    note_on(work, import_id, state="checking", done=0, counts={}, trouble="")
    return {
        "file_id": file["file_id"],
        "reading": file["reading"],
        "heads": file["seen"]["heads"],
        "mapping": file["mapping"],
        "order": file["order"],
    }


@action("clients.import.stage", needs=IMPORT)
def stage_rows(work: Work, import_id: UUID, told: Sequence[Sequence[Any]]) -> None:
    """Keep these lines, as `rows.as_row` makes them, until all of them are put on file."""
    file_of(work, import_id, "checking")
    rows = ((import_id.hex, uuid7().hex, *row[:-1]) for row in told)
    insert_rows(work.connection, ROWS, ("import_id", "client_id", *STORED), rows)
    mark_known(work.connection, import_id, (told[0][0], told[-1][0]), {row[0]: row[-1] for row in told if row[-1]})
    note_on(work, import_id, done=FILE.done + len(told))


@action("clients.import.settle", needs=IMPORT)
def settle_check(work: Work, import_id: UUID) -> dict[str, int]:
    """All lines are there: find those that stand in the file twice, and count."""
    file_of(work, import_id, "checking")
    mark_twice(work.connection, import_id)
    found = select(ROW.state, func.count()).where(ROW.import_id == import_id).group_by(ROW.state)
    counts = {state: int(count) for state, count in work.connection.execute(found)}
    note_on(work, import_id, state="checked", counts=counts)
    return counts


@action("clients.import.choose", needs=IMPORT)
def choose_row(work: Work, import_id: UUID, line: int, choice: str) -> None:
    """What becomes of one line that looks like somebody; empty for what becomes of all of them."""
    file_of(work, import_id, "checked")
    if choice not in ("", *CHOICES):
        raise refusals.ReadingIsUnknown
    work.connection.execute(update(ROWS).where(ROW.import_id == import_id, ROW.line == line).values(choice=choice))
