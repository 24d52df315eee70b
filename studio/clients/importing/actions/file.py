"""A file of clients: kept, its columns named, let go of, and what it leaves cleared away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, func, insert, select, text, true
from uuid_utils.compat import uuid7

from storage import search
from studio.clients.importing import refusals
from studio.clients.importing.cells import ORDERS
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import FILE, FILES, ROW, ROWS, file_of, hidden_kind, note_on
from studio.clients.importing.heads import FIELDS, OFTEN
from studio.kernel.text import t
from studio.kernel.work import Work, action

TIDIED = 1_000
GIVE_BACK = text("UPDATE client_counter SET value = :first - 1 WHERE name = 'client' AND value = :last")


@action("clients.import.keep", needs=IMPORT)
def keep_import(work: Work, name: str, file_id: str, digest: str, size: int, seen: dict[str, Any]) -> UUID:
    """Remember a file that is among the attachments, with what the first look at it found."""
    import_id = UUID(str(uuid7()))
    row = {
        "id": import_id, "created_at": work.now, "updated_at": work.now, "version": 1, "user_id": work.actor.id,
        "by_name": work.actor.name, "file_name": name[:200], "file_id": file_id, "file_hash": digest, "size": size,
        "state": "read", "reading": seen["reading"], "mapping": seen["mapping"], "order": seen["order"], "counts": {},
        "seen": {part: seen[part] for part in ("heads", "samples", "lines")}, "choice": "skip", "done": 0,
        "reached": 0, "trouble": "",
    }  # fmt: skip
    work.connection.execute(insert(FILES), row)
    return import_id


@action("clients.import.map", needs=IMPORT)
def map_import(work: Work, import_id: UUID, mapping: list[str], order: str, seen: dict[str, Any] | None = None) -> UUID:
    """Say what each column is; gives the import again.

    `seen` is another look at the file, where it is to be read otherwise.
    """
    file = file_of(work, import_id, "read", "checked")
    heads = (seen or file["seen"])["heads"]
    chosen = [field for field in mapping if field]
    if len(mapping) != len(heads) or order not in ORDERS or not set(chosen) <= set(FIELDS):
        raise refusals.ReadingIsUnknown
    for field in chosen:
        if field not in OFTEN and chosen.count(field) > 1:
            raise refusals.FieldIsTwice(field=t(FIELDS[field]))
    if seen is None and not {"name", "given", "family"} & set(chosen):
        raise refusals.NoColumnIsTheName
    looked = {} if seen is None else {
        "reading": seen["reading"], "seen": {part: seen[part] for part in ("heads", "samples", "lines")}
    }  # fmt: skip
    note_on(work, import_id, mapping=mapping, order=order, state="read", trouble="", **looked)
    return import_id


@action("clients.import.drop", needs=IMPORT)
def drop_import(work: Work, import_id: UUID) -> UUID:
    """Let go of a file nothing came of; numbers set aside for it go back where nobody took one since."""
    file = file_of(work, import_id, "read", "checking", "checked", "running")
    if file["last_number"]:
        work.connection.execute(GIVE_BACK, {"first": file["first_number"], "last": file["last_number"]})
    note_on(work, import_id, state="dropped")
    return import_id


@action("clients.import.tidy", needs=IMPORT)
def tidy_import(work: Work, import_id: UUID) -> int:
    """Clear some of what an import that is over left behind; 0 when nothing is left. Wrong lines stay for a look."""
    file = file_of(work, import_id, "done", "undone", "dropped")
    gone = file["state"] == "dropped"
    left = and_(ROW.import_id == import_id, true() if gone else ROW.state != "wrong")
    last = work.connection.scalar(select(ROW.line).where(left).order_by(ROW.line).limit(1).offset(TIDIED - 1))
    some = left if last is None else and_(left, ROW.line <= last)
    if gone:
        for client_id in work.connection.scalars(select(ROW.client_id).where(some, ROW.number.is_not(None))).all():
            search.drop(work.connection, hidden_kind(import_id), client_id)
    cleared = work.connection.execute(delete(ROWS).where(some)).rowcount
    if gone and not cleared:
        _forget(work, import_id, file["file_id"])
    return int(cleared)


def _forget(work: Work, import_id: UUID, file_id: str) -> None:
    work.connection.execute(delete(FILES).where(FILE.id == import_id))
    others = select(func.count()).select_from(FILES).where(FILE.file_id == file_id)
    if not work.connection.scalar(others):
        work.house.files.remove(file_id)
