"""The full-text index: any fragment of any word, in any writing, without accents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Integer, MetaData, Select, String, Table, Uuid, func, literal_column, select

from storage.folding import fold
from storage.terms import Wanted, indexed, wanted

__all__ = ["Entry", "Hit", "create_index", "drop", "find", "fold", "matching", "purge", "put", "put_many"]

CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """One found subject, with what a list shows of it."""

    kind: str
    id: UUID
    code: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject to be found. `words` are further texts to find it by; the subtitle is shown, not searched."""

    kind: str
    id: UUID
    code: str
    title: str
    subtitle: str
    words: tuple[str, ...] = ()


def find(connection: Connection, query: str, kinds: Sequence[str], limit: int = 20) -> list[Hit]:
    """The best hits, in one statement: the exact code, titles that begin so, words that do, then the rest by title."""
    sought = wanted(query)
    if sought is None or not kinds:
        return []
    rows = connection.exec_driver_sql(*_statement(sought, kinds, limit))
    return [Hit(kind, UUID(hex=subject), code, title, subtitle) for kind, subject, code, title, subtitle in rows]


def matching(query: str, kind: str) -> Select[UUID] | None:
    """All ids the query finds, for `Model.id.in_(…)` in a paged list; None when there is nothing to look for."""
    sought = wanted(query)
    if sought is None:
        return None
    found = select(_ENTRY.c.subject_id).where(_ENTRY.c.kind == kind)
    if not sought.pieces:
        return found.where(_ENTRY.c.no.in_(_rows("search_gram", sought.grams)))
    found = found.where(_ENTRY.c.no.in_(_rows("search_piece", sought.pieces)))
    return found.where(*(func.instr(_ENTRY.c.text, short) > 0 for short in sought.short))


def put(
    connection: Connection,
    kind: str,
    subject: UUID,
    *,
    code: str,
    title: str,
    subtitle: str = "",
    words: Iterable[str] = (),
) -> None:
    """Makes the subject findable, or brings what is found up to date."""
    put_many(connection, [Entry(kind, subject, code, title, subtitle, tuple(words))])


def put_many(connection: Connection, entries: Iterable[Entry]) -> None:
    """Like `put`, for many at once."""
    run = connection.exec_driver_sql
    for entry in entries:
        index = indexed(entry.title, entry.code, entry.words)
        known = run(_KNOWN, (entry.kind, entry.id.hex)).fetchone()
        shown = (entry.code, entry.title, entry.subtitle, index.text)
        if known is None:
            no = run(_ADD, (entry.kind, entry.id.hex, *shown)).scalar_one()
        else:
            no = known[0]
            run(_SHOW, (*shown, no))
        if known is None or known[1] != index.text:
            run(_PIECES, (no, index.text))
            run(_GRAMS, (no, index.grams))


def drop(connection: Connection, kind: str, subject: UUID) -> None:
    """The subject is found no more."""
    for (no,) in connection.exec_driver_sql(_FORGET, (kind, subject.hex)).all():
        connection.exec_driver_sql("DELETE FROM search_piece WHERE rowid=?", (no,))
        connection.exec_driver_sql("DELETE FROM search_gram WHERE rowid=?", (no,))


def purge(connection: Connection) -> None:
    """Rewrites the index without what was dropped: after erasing a person, not even fragments of the name are left."""
    connection.exec_driver_sql("INSERT INTO search_piece(search_piece) VALUES('optimize')")
    connection.exec_driver_sql("INSERT INTO search_gram(search_gram) VALUES('optimize')")


def create_index(connection: Connection) -> None:
    """The tables of the index; called by the migration that introduces it."""
    for statement in _SCHEMA:
        connection.exec_driver_sql(statement)


def _statement(sought: Wanted, kinds: Sequence[str], limit: int) -> tuple[str, tuple[object, ...]]:
    """Two short candidate lists, then order: sorting every hit of a common fragment costs more than finding them."""
    among = f"e.kind IN ({','.join('?' * len(kinds))})"
    most = max(CANDIDATES, 2 * limit)
    short = sought.short if sought.pieces else ()
    source = "search_piece" if sought.pieces else "search_gram"
    holds = "".join(" AND instr(e.text, ?)" for _ in short)
    sql = f"""SELECT e.kind, e.subject_id, e.code, e.title, e.subtitle FROM (
        SELECT * FROM (SELECT e.no, 0 AS tier FROM search_gram f CROSS JOIN search_entry e ON e.no = f.rowid
            WHERE search_gram MATCH ? AND {among} LIMIT {most})
        UNION ALL
        SELECT * FROM (SELECT e.no, 1 AS tier FROM {source} f CROSS JOIN search_entry e ON e.no = f.rowid
            WHERE {source} MATCH ? AND {among}{holds} LIMIT {most})
        ) c JOIN search_entry e ON e.no = c.no GROUP BY e.no
        ORDER BY lower(e.code) = ? DESC, instr(e.text, ?) = 1 DESC, min(c.tier), e.text LIMIT ?"""  # noqa: S608 names are ours
    match = sought.pieces or sought.grams
    return sql, (sought.starts, *kinds, match, *kinds, *short, sought.text, sought.text, limit)


def _rows(index: str, match: str) -> Select[int]:
    return (
        select(literal_column(f"{index}.rowid", Integer))
        .select_from(Table(index, MetaData()))
        .where(literal_column(index).op("MATCH")(match))
    )


_ENTRY = Table(
    "search_entry",
    MetaData(),
    Column("no", Integer),
    Column("kind", String),
    Column("subject_id", Uuid),
    Column("text", String),
)
_KNOWN = "SELECT no, text FROM search_entry WHERE kind=? AND subject_id=?"
_ADD = "INSERT INTO search_entry(kind, subject_id, code, title, subtitle, text) VALUES(?,?,?,?,?,?) RETURNING no"
_SHOW = "UPDATE search_entry SET code=?, title=?, subtitle=?, text=? WHERE no=?"
_FORGET = "DELETE FROM search_entry WHERE kind=? AND subject_id=? RETURNING no"
_PIECES = "INSERT OR REPLACE INTO search_piece(rowid, text) VALUES(?,?)"
_GRAMS = "INSERT OR REPLACE INTO search_gram(rowid, grams) VALUES(?,?)"
_SCHEMA = (
    """CREATE TABLE search_entry(no INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject_id CHAR(32) NOT NULL,
    code TEXT NOT NULL, title TEXT NOT NULL, subtitle TEXT NOT NULL, text TEXT NOT NULL, UNIQUE(kind, subject_id))""",
    """CREATE VIRTUAL TABLE search_piece USING fts5(text, content='', contentless_delete=1,
    tokenize='trigram case_sensitive 1')""",
    """CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', contentless_delete=1, detail=none,
    tokenize='ascii')""",
)
