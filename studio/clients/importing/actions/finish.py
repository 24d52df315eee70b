"""The act itself: everybody of a file is on file with one commit and one entry in the journal, or nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, insert, literal, select, update

from storage import search
from storage.table import columns_of
from studio.clients.filing import ARCHIVED, PRESENT, TAGS, code_of
from studio.clients.importing import facts
from studio.clients.importing.completing import fill_gaps
from studio.clients.importing.consenting import keep_consents
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import ROW, creates, file_of, hidden_kind, note_on
from studio.clients.importing.rows import DAYS, TEXTS
from studio.clients.models import Client, ClientTouch
from studio.kernel import journal
from studio.kernel.work import Work, action

CLIENTS, TOUCHES = columns_of(Client), columns_of(ClientTouch)
CLIENT = CLIENTS.c
COPIED = ("number", "code", "name_key", "phone_digits", "tags", *TEXTS, *DAYS)
PORTION = 2_000


@action(IMPORT)
def import_clients(work: Work, import_id: UUID) -> int:
    """Put everybody on file; gives how many are new. What makes them found was prepared by `index_rows`."""
    file = file_of(work, import_id, "running")
    mine = and_(creates(import_id, file["choice"]), ROW.number.is_not(None))
    count = sum(_store(work, file, some) for some in _spans(work, mine))
    filled = fill_gaps(work, file)
    wrong = file["counts"].get("wrong", 0)
    left_out = sum(file["counts"].values()) - wrong - count - filled
    counts = {**file["counts"], "made": count, "filled": filled, "left_out": left_out}
    seen = {**file["seen"], "samples": []}  # nobody names its columns any more
    note_on(work, import_id, state="done", counts=counts, seen=seen, finished_at=work.now, trouble="")
    if count:
        work.note("client", _span(file), None, {"count": count})
    work.emit(
        facts.ClientsImported(
            count, file["file_name"], file["file_hash"], file["file_id"], filled=filled, left_out=left_out, wrong=wrong
        )
    )
    return count


@action("clients.import.undo", needs=IMPORT)
def undo_import(work: Work, import_id: UUID) -> int:
    """Archive everybody this import put on file; gives how many. What was filled in with others stays.

    So does whoever became one with a client who was on file otherwise: they would leave the lists with them.
    """
    file = file_of(work, import_id, "done")
    first, last = file["first_number"] or 0, file["last_number"] or -1
    count = sum(
        _put_away(work, low, min(low + PORTION - 1, last), (first, last)) for low in range(first, last + 1, PORTION)
    )
    note_on(work, import_id, state="undone", undone_at=work.now)
    work.note("client", _span(file), {"archived_at": None}, {"archived_at": work.now, "count": count})
    work.emit(facts.ImportUndone(count, file["file_name"], file["file_hash"]))
    return count


def _spans(work: Work, mine: ColumnElement[bool]) -> Iterator[ColumnElement[bool]]:
    """The lines in portions: what a statement has touched is held in memory until it ends."""
    after: int | None = 0
    while after is not None:
        rest = and_(mine, ROW.line > after)
        after = work.connection.scalar(select(ROW.line).where(rest).order_by(ROW.line).limit(1).offset(PORTION - 1))
        yield rest if after is None else and_(rest, ROW.line <= after)


def _store(work: Work, file: RowMapping, some: ColumnElement[bool]) -> int:
    """Copy these lines, with all that belongs to a client on file; gives how many."""
    fixed: dict[str, Any] = {
        "version": 1, "created_at": work.now, "updated_at": work.now, "health_light": "unknown",
        "filed_by": work.actor.id if work.actor.kind == "person" else None,
    }  # fmt: skip
    source: dict[str, ColumnElement[Any]] = {"id": ROW.client_id, **{name: ROW[name] for name in COPIED}}
    for column in CLIENTS.columns:
        if column.name in fixed:
            source[column.name] = literal(fixed[column.name], column.type)
        elif column.name not in source and not column.nullable:
            source[column.name] = literal("", column.type)
    chosen = select(*(value.label(name) for name, value in source.items())).where(some).order_by(ROW.line)
    count = work.connection.execute(insert(CLIENTS).from_select(list(source), chosen, False)).rowcount
    ids = select(ROW.client_id).where(some)
    search.turn(work.connection, hidden_kind(file["id"]), PRESENT, ids)
    _tag(work, some)
    keep_consents(work, file, some)
    _touch(work, ids)
    return int(count)


def _put_away(work: Work, low: int, high: int, span: tuple[int, int]) -> int:
    mine = and_(CLIENT.number.between(low, high), CLIENT.archived_at.is_(None), CLIENT.merged_into.is_(None))
    mine = and_(mine, CLIENT.id.not_in(_taken_in(span)))
    ids = select(CLIENT.id).where(mine)
    search.turn(work.connection, PRESENT, ARCHIVED, ids)
    _touch(work, ids)
    moved = update(CLIENTS).where(mine).values(archived_at=work.now, updated_at=work.now, version=CLIENT.version + 1)
    return int(work.connection.execute(moved).rowcount)


def _taken_in(span: tuple[int, int]) -> Select[Any]:
    """Files that a client from elsewhere was merged into."""
    merged = CLIENTS.alias("merged").c
    return select(merged.merged_into).where(merged.merged_into.is_not(None), ~merged.number.between(*span))


def _tag(work: Work, mine: ColumnElement[bool]) -> None:
    found = work.connection.execute(
        select(ROW.client_id, ROW.tags).where(mine, ROW.tags != []).execution_options(yield_per=PORTION)
    )
    for portion in found.partitions():
        rows = [{"tag": tag, "client_id": row.client_id} for row in portion for tag in row.tags]
        if rows:
            work.connection.execute(insert(TAGS), rows)


def _touch(work: Work, ids: Any) -> None:
    """Let the entry this act leaves stand in the history of each of them."""
    last = journal.head(work.connection)
    chosen = ids.add_columns(literal(last.no + 1 if last else 1).label("entry_no"))
    work.connection.execute(insert(TOUCHES).from_select(["client_id", "entry_no"], chosen, False))


def _span(file: RowMapping) -> str:
    first, last = file["first_number"], file["last_number"]
    return f"{code_of(first)}…{code_of(last)}" if first is not None and last is not None else ""
