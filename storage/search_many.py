"""Making many new subjects findable at once: a few statements for all of them, half the work of one by one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from storage.search import Entry
from storage.terms import indexed


def put_new(connection: Connection, entries: Iterable[Entry]) -> None:
    """Like `search.put_many`, for subjects the index does not know yet: it looks for none of them first."""
    made = [(entry, indexed(entry.title, entry.code, entry.words)) for entry in entries]
    if not made:
        return
    run = connection.exec_driver_sql
    first = int(run("SELECT coalesce(max(no), 0) + 1 FROM search_entry").scalar_one())
    numbered = list(enumerate(made, start=first))
    shown = [
        (no, entry.kind, entry.id.hex, entry.code, entry.title, entry.subtitle, index.text)
        for no, (entry, index) in numbered
    ]
    run("INSERT INTO search_entry(no, kind, subject_id, code, title, subtitle, text) VALUES(?,?,?,?,?,?,?)", shown)
    pieces = [(no, index.text) for no, (_, index) in numbered]
    run("INSERT OR REPLACE INTO search_piece(rowid, text) VALUES(?,?)", pieces)
    grams = [(no, index.grams) for no, (_, index) in numbered]
    run("INSERT OR REPLACE INTO search_gram(rowid, grams) VALUES(?,?)", grams)
