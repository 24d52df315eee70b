"""What the verbs of importing share: the file's row, which lines it puts on file, and whom they fill."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, and_, case, or_, select, update

from storage import search
from storage.table import columns_of
from studio.clients.filing import index_entry
from studio.clients.importing import refusals
from studio.clients.models import ClientImport, ImportRow
from studio.kernel.work import Work

FILES, ROWS = columns_of(ClientImport), columns_of(ImportRow)
FILE, ROW = FILES.c, ROWS.c
CHOICES = ("skip", "fill", "new")


def file_of(work: Work, import_id: UUID, *states: str) -> RowMapping:
    """The file's row, at one of these points. Raises ImportIsUnknown, ImportIsOver."""
    found = work.connection.execute(select(FILES).where(FILE.id == import_id)).mappings().first()
    if found is None:
        raise refusals.ImportIsUnknown
    if states and found["state"] not in states:
        raise refusals.ImportIsOver
    return found


def note_on(work: Work, import_id: UUID, **values: Any) -> None:
    """Change the file's row; drafts are no news, so the journal hears of the import alone."""
    changed = update(FILES).where(FILE.id == import_id).values(**values, updated_at=work.now, version=FILE.version + 1)
    work.connection.execute(changed)


def creates(import_id: UUID, choice: str) -> ColumnElement[bool]:
    """The lines that become new clients."""
    chosen = case((ROW.choice != "", ROW.choice), (ROW.state == "same", choice), else_="skip")
    return and_(
        ROW.import_id == import_id,
        or_(ROW.state == "new", and_(ROW.state.in_(("same", "twice")), chosen == "new")),
    )


def fills(import_id: UUID, choice: str) -> ColumnElement[bool]:
    """The lines that fill in what a client on file lacks."""
    chosen = case((ROW.choice != "", ROW.choice), else_=choice)
    return and_(ROW.import_id == import_id, ROW.state == "same", chosen == "fill")


def hidden_kind(import_id: UUID) -> str:
    """Under which clients of an import stand in the search index until they are on file: nobody looks there."""
    return f"import-{import_id.hex}"


def findable(kind: str, client_id: UUID, values: Mapping[str, Any], country: str) -> search.Entry:
    """What a client is found by, from bare values."""
    shown: Any = SimpleNamespace(**values)
    return search.Entry(kind, client_id, **index_entry(shown, country))
