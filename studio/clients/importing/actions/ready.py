"""Making an import ready: numbers set aside, clients indexed where nobody looks yet, a few hundred at a time.

Whatever ends the program in between leaves nobody half on file; the import goes on where it was.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from storage.search_many import put_new
from storage.wholesale import update_rows
from studio.clients.filing import next_numbers
from studio.clients.importing import refusals
from studio.clients.importing.declared import IMPORT
from studio.clients.importing.filed import (
    CHOICES,
    FILE,
    ROW,
    ROWS,
    creates,
    file_of,
    fills,
    hidden_kind,
    note_on,
)
from studio.clients.importing.readying import Portion
from studio.kernel.work import Work, action


@action("clients.import.start", needs=IMPORT)
def start_import(work: Work, import_id: UUID, choice: str = "") -> int:
    """Begin, or go on where it stopped; gives how many new clients there will be. Raises NobodyToImport."""
    file = file_of(work, import_id, "checked", "running")
    if file["state"] == "running":
        note_on(work, import_id, trouble="")
        return _planned(file["first_number"], file["last_number"])
    if choice not in CHOICES:
        raise refusals.ReadingIsUnknown
    count = work.connection.scalar(select(func.count()).select_from(ROWS).where(creates(import_id, choice))) or 0
    if not count and not work.connection.scalar(select(ROW.line).where(fills(import_id, choice)).limit(1)):
        raise refusals.NobodyToImport
    numbers = next_numbers(work, count) if count else range(0)
    first, last = (numbers[0], numbers[-1]) if count else (None, None)
    note_on(
        work,
        import_id,
        state="running",
        choice=choice,
        done=0,
        reached=0,
        trouble="",
        first_number=first,
        last_number=last,
    )
    return count


@action("clients.import.index", needs=IMPORT)
def index_rows(work: Work, import_id: UUID, portion: Portion) -> int:
    """Number these lines and make them ready to be found; gives how many. Raises ImportIsOver when they are already."""
    file = file_of(work, import_id, "running")
    if portion.first != (file["first_number"] or 0) + file["done"] or portion.lines[0] <= file["reached"]:
        raise refusals.ImportIsOver
    numbered = zip(portion.lines, portion.found, strict=True)
    rows = ((portion.first + at, one.code, import_id.hex, line) for at, (line, one) in enumerate(numbered))
    update_rows(work.connection, ROWS, ("import_id", "line"), ("number", "code"), rows)
    put_new(work.connection, hidden_kind(import_id), portion.found)
    note_on(work, import_id, done=FILE.done + len(portion.lines), reached=portion.lines[-1])
    return len(portion.lines)


@action("clients.import.stop", needs=IMPORT)
def stop_import(work: Work, import_id: UUID, sentence: str) -> None:
    """Keep why it stopped, for whoever looks next; it can go on."""
    file_of(work, import_id)
    note_on(work, import_id, trouble=sentence)


def _planned(first: int | None, last: int | None) -> int:
    return 0 if first is None or last is None else last - first + 1
