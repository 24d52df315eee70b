"""The full-text index: any fragment of any word, in any writing, without accents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Uuid,
    func,
    literal_column,
    select,
    true,
    update,
)

from storage.driven import rows
from storage.engine import Database
from storage.folding import fold
from storage.terms import Wanted, grams, indexed, pieces, wanted

__all__ = [
    "Entry",
    "Hit",
    "create_index",
    "drop",
    "find",
    "fold",
    "matching",
    "purge",
    "put",
    "put_many",
    "settle",
    "turn",
]

FEW_SCRAPS = 4
MERGED_PAGES = 500


class Hit(NamedTuple):
    """One found subject, with what a list shows of it."""

    key: str
    kind: str
    code: str
    title: str
    subtitle: str

    @property
    def id(self) -> UUID:
        """The subject's id, read when it is asked for: of twenty hits mostly one is chosen."""
        return UUID(self.key)


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject to be found. `words` are further texts to find it by; the subtitle is shown, not searched."""

    kind: str
    id: UUID
    code: str
    title: str
    subtitle: str = ""
    words: tuple[str, ...] = ()


def find(connection: Connection, query: str, kinds: Sequence[str], limit: int = 20) -> list[Hit]:
    """The best hits: the exact code, titles that begin so, titles with words that do, then the rest by title.

    One or two statements: names are mostly typed from their beginning, numbers by any part of them.
    """
    sought = wanted(query)
    if sought is None or not kinds:
        return []
    found: list[Any] = []
    if sought.is_spelled:
        found = rows(connection, *_beginnings(sought, kinds, limit))
    if len(found) < limit:
        found += rows(connection, *_hits(sought, kinds, limit))
        if len(found) == limit and not sought.is_spelled:
            found += rows(connection, *_beginnings(sought, kinds, limit))
    return [Hit(*shown) for *shown, _ in _best(sought, found)[:limit]]


def matching(query: str, kind: str) -> Select[UUID] | None:
    """All ids the query finds, for `Model.id.in_(…)` in a paged list; None when there is nothing to look for."""
    sought = wanted(query)
    if sought is None:
        return None
    found = select(_ENTRY.c.subject_id).where(_ENTRY.c.kind == kind)
    if not sought.long:
        return found.where(_ENTRY.c.no.in_(_rows("search_gram", grams(sought.short))))
    found = found.where(_ENTRY.c.no.in_(_rows("search_piece", pieces(sought.long))))
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


def turn(connection: Connection, kind: str, into: str, of: Select[UUID] | None = None) -> None:
    """All of one kind become another, or those among them that a statement names; what they are found by stays."""
    some = true() if of is None else _ENTRY.c.subject_id.in_(of)
    connection.execute(update(_ENTRY).where(_ENTRY.c.kind == kind, some).values(kind=into))


def purge(connection: Connection) -> None:
    """Rewrites the index without what was dropped: after erasing a person, not even fragments of the name are left."""
    connection.exec_driver_sql("INSERT INTO search_piece(search_piece) VALUES('optimize')")
    connection.exec_driver_sql("INSERT INTO search_gram(search_gram) VALUES('optimize')")


def settle(db: Database) -> None:
    """Merges what many small writes left scattered, for finding looks into every scrap. Call it on a timer.

    Each merge is short and a transaction of its own, so that nobody waits for long.
    """
    for index in ("search_piece", "search_gram"):
        scraps = _scraps(db, index)
        while scraps > FEW_SCRAPS:
            with db.writing() as session:
                merge = f"INSERT INTO {index}({index}, rank) VALUES('merge', {MERGED_PAGES})"
                session.connection().exec_driver_sql(merge)
            before, scraps = scraps, _scraps(db, index)
            if scraps >= before:
                break


def create_index(connection: Connection) -> None:
    """The tables of the index; called by the migration that introduces it."""
    for statement in (*_SCHEMA, *_MERGING):
        connection.exec_driver_sql(statement)


def _hits(sought: Wanted, kinds: Sequence[str], most: int) -> tuple[str, tuple[object, ...]]:
    """A few to put in order: sorting every hit of a common fragment costs more than finding them."""
    if not sought.long:
        return _statement("search_gram", kinds, most), (grams(sought.short), *kinds)
    held = " AND instr(e.text, ?)" * len(sought.short)
    return _statement("search_piece", kinds, most, held), (pieces(sought.long), *kinds, *sought.short)


def _beginnings(sought: Wanted, kinds: Sequence[str], most: int) -> tuple[str, tuple[object, ...]]:
    """Those with words in their title that begin as the query's do: the candidates may all be others."""
    return _statement("search_piece", kinds, most), (pieces(sought.starts), *kinds)


def _statement(index: str, kinds: Sequence[str], most: int, held: str = "") -> str:
    among = ",".join("?" * len(kinds))
    return f"""SELECT e.subject_id, e.kind, e.code, e.title, e.subtitle, e.text
        FROM {index} f CROSS JOIN search_entry e ON e.no = f.rowid
        WHERE {index} MATCH ? AND e.kind IN ({among}){held} LIMIT {most}"""  # noqa: S608 the names are ours


def _best(sought: Wanted, found: list[Any]) -> list[Any]:
    """The exact code, then titles that begin as the query does, then those in which words do, then by title."""
    code, beginning, starts = " ".join(sought.words), sought.beginning, sought.starts

    def rank(row: Any) -> int:
        text = row[-1]
        if not all(start in text for start in starts):
            return 3
        return 0 if row[2].lower() == code else 1 if text.startswith(beginning) else 2

    return sorted(sorted(dict.fromkeys(found), key=itemgetter(-1)), key=rank)


def _scraps(db: Database, index: str) -> int:
    with db.reading() as connection:
        return int(rows(connection, f"SELECT count(DISTINCT segid) FROM {index}_idx", ())[0][0])  # noqa: S608 the names are ours


def _rows(index: str, match: str) -> Select[int]:
    rowid = literal_column(f"{index}.rowid", Integer)
    return select(rowid).select_from(_INDEXES[index]).where(literal_column(index).op("MATCH")(match))


_INDEXES = {name: Table(name, MetaData()) for name in ("search_piece", "search_gram")}
"""Made once: a statement over tables of its own would be compiled anew every time."""
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
_MERGING = (
    "INSERT INTO search_piece(search_piece, rank) VALUES('usermerge', 2)",
    "INSERT INTO search_gram(search_gram, rank) VALUES('usermerge', 2)",
)
