"""Checking a file: its lines as they came, compared with who is on file, a few hundred at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from uuid_utils.compat import uuid7

from studio.clients.filing import derived
from studio.clients.importing import refusals
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import CHOICES, FILE, ROW, ROWS, file_of, note_on
from studio.clients.importing.matching import mark_twice, on_file
from studio.kernel.work import Work, action

TEXTS = (
    "name", "name_key", "preferred_name", "pronouns", "phone", "phone_digits", "email", "address", "guardian_name",
    "guardian_phone", "emergency_name", "emergency_phone", "notes", "language",
)  # fmt: skip


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
def stage_rows(work: Work, import_id: UUID, told: Sequence[dict[str, Any]]) -> None:
    """Keep these lines until all of them are put on file, each with what it is."""
    file_of(work, import_id, "checking")
    rows = [_row(import_id, line) for line in told]
    good = [row for row in rows if row["state"] == "new"]
    matched = on_file(work.connection, good)
    for row in rows:
        row.pop("known")
        if row["line"] in matched:
            row |= {"state": "same", "match_id": matched[row["line"]]}
    work.connection.execute(insert(ROWS), rows)
    note_on(work, import_id, done=FILE.done + len(rows))


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


def _row(import_id: UUID, told: dict[str, Any]) -> dict[str, Any]:
    wrong = "problems" in told
    values = {} if wrong else {**told["values"], **derived(told["values"])}
    born = values.get("birth_date")
    return {
        "import_id": import_id,
        "line": told["line"],
        "state": "wrong" if wrong else "new",
        "choice": "",
        "match_id": None,
        "problems": told.get("problems", []),
        "cells": told.get("cells", []),
        "client_id": UUID(str(uuid7())),
        "code": "",
        "birth_date": date.fromisoformat(born) if born else None,
        "tags": values.get("tags", []),
        "consents": told.get("consents", {}),
        "known": told.get("known", ""),
        **{name: values.get(name, "") for name in TEXTS},
    }
