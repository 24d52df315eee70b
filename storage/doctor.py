"""Looks at every byte we keep and says what is no longer as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from storage.engine import Database
from storage.errors import N_, StorageFault
from storage.files import FileStore
from storage.opening import begins_as_ours

_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `what` was examined, `where` it is, whether it is `ok`, and the sentence that says so.

    The sentence is to be translated, then filled in with `where` and `detail`.
    """

    what: str
    where: str
    ok: bool
    sentence: str
    detail: str = ""

    def text(self) -> str:
        """The sentence in English, filled in."""
        return self.sentence.format(where=self.where, detail=self.detail)


def examine(db: Database, files: FileStore) -> Iterator[Finding]:
    """Pages, structure, references, attachments: one good finding for each that is whole, else one for each damage."""
    yield from damaged_pages(db) or [Finding("pages", db.path.name, True, N_("Every page of the database is whole."))]
    with db.reading() as connection:
        yield from _structure(connection)
        yield from _references(connection)
    yield from _attachments(files)


def damaged_pages(db: Database) -> list[Finding]:
    """The pages on the disk whose seal is broken; empty when all are whole. Quick enough for every start."""
    with suppress(StorageFault):  # a log that cannot be moved is no reason to stop looking
        db.checkpoint()  # what is still in the log would stand in for the page under it
    with db.reading() as connection:
        rows = _pragma(connection, "cipher_integrity_check")
    places = [_place(row) for row in rows]
    if not begins_as_ours(db.path, db.key):
        places.insert(0, "page 1")
    return [
        Finding("pages", place, False, N_("The database is damaged at {where}.")) for place in dict.fromkeys(places)
    ]


def _structure(connection: Connection) -> Iterator[Finding]:
    rows = [row for row in _pragma(connection, "integrity_check") if row != "ok"]
    yield from (
        Finding("structure", _place(row), False, N_("The database does not hang together: {detail}."), row)
        for row in rows
    )
    if not rows:
        yield Finding("structure", "database", True, N_("The database hangs together."))


def _references(connection: Connection) -> Iterator[Finding]:
    try:
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    except (StorageFault, DatabaseError) as fault:
        yield Finding("references", "database", False, N_("References could not be read: {detail}"), str(fault))
        return
    for row in loose:
        yield Finding(
            "references", f"{row[0]} {row[1]}", False, N_("{where} points to a missing row of {detail}."), row[2]
        )
    if not loose:
        yield Finding("references", "database", True, N_("Every reference leads somewhere."))


def _attachments(files: FileStore) -> Iterator[Finding]:
    names = list(files.ids())
    rotten = [name for name in names if not files.verify(name)]
    for name in rotten:
        yield Finding("attachments", name, False, N_("The attachment {where} is damaged."))
    if not rotten:
        yield Finding(
            "attachments", files.folder.name, True, N_("All {detail} attachments are whole."), str(len(names))
        )


def _pragma(connection: Connection, name: str) -> list[str]:
    """The rows of a check; a check that cannot even be run is a row too."""
    try:
        return [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA {name}")]
    except (StorageFault, DatabaseError) as fault:
        return [str(fault)]


def _place(row: str) -> str:
    page = _PAGE.search(row)
    return f"page {page[1]}" if page else "database"
