"""What can be read of imports: the files, how far each is, and their lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import String, select, type_coerce

from storage.table import columns_of
from studio.clients.importing import refusals
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import FILE, ROW, ROWS, creates
from studio.clients.models import Client
from studio.kernel.work import Read, query

CLIENT = columns_of(Client).c
LISTED = 20


@dataclass(frozen=True, slots=True)
class ImportView:
    """A file and how far it is."""

    id: UUID
    created_at: datetime
    by_name: str
    file_name: str
    file_id: str
    file_hash: str
    size: int
    state: str
    reading: Mapping[str, Any]
    seen: Mapping[str, Any]
    mapping: Sequence[str]
    order: str
    counts: Mapping[str, int]
    choice: str
    done: int
    reached: int
    first_number: int | None
    last_number: int | None
    trouble: str
    finished_at: datetime | None
    undone_at: datetime | None

    @property
    def planned(self) -> int:
        """How many new clients there will be, once it runs."""
        return 0 if self.first_number is None or self.last_number is None else self.last_number - self.first_number + 1


@dataclass(frozen=True, slots=True)
class LineView:
    """One line as the preview shows it; `who` and `code` are of the client on file it looks like."""

    line: int
    state: str
    choice: str
    name: str
    phone: str
    email: str
    birth_date: date | None
    cells: Sequence[str]
    problems: Sequence[Any]
    match_line: int | None
    who: str | None
    code: str | None


class LineToFind(NamedTuple):
    """A line that becomes a client, with what it is found by; `key` is the client's id as 32 hex digits."""

    line: int
    key: str
    name: str
    preferred_name: str
    email: str
    phone: str


SHOWN = tuple(FILE[name] for name in ImportView.__dataclass_fields__)
LINE = tuple(ROW[name] for name in LineView.__dataclass_fields__ if name not in ("who", "code"))


@query(IMPORT)
def list_imports(read: Read) -> list[ImportView]:
    """The newest files first."""
    found = select(*SHOWN).where(FILE.state != "dropped").order_by(FILE.id.desc()).limit(LISTED)
    return [ImportView(*row) for row in read.connection.execute(found)]


@query(IMPORT)
def one_import(read: Read, import_id: UUID) -> ImportView:
    """One file; raises ImportIsUnknown."""
    row = read.connection.execute(select(*SHOWN).where(FILE.id == import_id, FILE.state != "dropped")).first()
    if row is None:
        raise refusals.ImportIsUnknown
    return ImportView(*row)


@query(IMPORT)
def imported_before(read: Read, file_hash: str) -> ImportView | None:
    """The import of the very same file, if there is one that stands."""
    found = select(*SHOWN).where(FILE.file_hash == file_hash, FILE.state == "done").order_by(FILE.id.desc()).limit(1)
    row = read.connection.execute(found).first()
    return ImportView(*row) if row else None


@query(IMPORT)
def import_lines(read: Read, import_id: UUID, state: str, *, after: int = 0, size: int = 50) -> list[LineView]:
    """Lines in one state, in the order of the file, each beside whom it looks like."""
    found = (
        select(*LINE, CLIENT.name, CLIENT.code)
        .select_from(ROWS.outerjoin(columns_of(Client), CLIENT.id == ROW.match_id))
        .where(ROW.import_id == import_id, ROW.state == state, ROW.line > after)
        .order_by(ROW.line)
        .limit(max(1, min(size, 1_000)))
    )
    rows: Any = read.connection.execute(found)
    return [LineView(*row) for row in rows]


@query(IMPORT)
def lines_to_find(read: Read, import_id: UUID, after: int, size: int) -> list[LineToFind]:
    """The next lines that become new clients, in the order of the file."""
    choice = read.connection.scalar(select(FILE.choice).where(FILE.id == import_id)) or ""
    columns = ROW.line, type_coerce(ROW.client_id, String), ROW.name, ROW.preferred_name, ROW.email, ROW.phone
    found = select(*columns).where(creates(import_id, choice), ROW.line > after).order_by(ROW.line).limit(size)
    return [LineToFind(*row) for row in read.connection.execute(found)]


@query(IMPORT)
def imports_to_tidy(read: Read) -> list[UUID]:
    """Imports that are over and have left lines behind."""
    over = FILE.state.in_(("done", "undone", "dropped"))
    left = select(ROW.line).where(ROW.import_id == FILE.id, ROW.state != "wrong").exists()
    return list(read.connection.scalars(select(FILE.id).where(over, left | (FILE.state == "dropped"))))
