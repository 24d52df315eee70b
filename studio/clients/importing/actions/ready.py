"""Making an import ready: numbers set aside, clients indexed where nobody looks yet, a few hundred at a time.

Whatever ends the program in between leaves nobody half on file; the import goes on where it was.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from storage.search_many import put_new
from studio.clients.filing import code_of, next_numbers
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
    findable,
    hidden_kind,
    note_on,
)
from studio.kernel.work import Work, action

PORTION = 100
FOUND_BY = ("name", "preferred_name", "email", "phone")
NUMBER = (
    update(ROWS)
    .where(ROW.import_id == bindparam("of"), ROW.line == bindparam("at"))
    .values(number=bindparam("its_number"), code=bindparam("its_code"))
)


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
def index_rows(work: Work, import_id: UUID) -> int:
    """Number the next lines and make them ready to be found; 0 when all are."""
    file = file_of(work, import_id, "running")
    waiting = select(ROW.line, ROW.client_id, *(ROW[name] for name in FOUND_BY))
    waiting = waiting.where(creates(import_id, file["choice"]), ROW.line > file["reached"]).order_by(ROW.line)
    rows = work.connection.execute(waiting.limit(PORTION)).mappings().all()
    if not rows:
        return 0
    next_number, country = file["first_number"] + file["done"], work.house.settings["studio.country"]
    codes = {row["line"]: code_of(next_number + at) for at, row in enumerate(rows)}
    told = [
        {"of": import_id, "at": row["line"], "its_number": next_number + at, "its_code": codes[row["line"]]}
        for at, row in enumerate(rows)
    ]
    work.connection.execute(NUMBER, told)
    kind = hidden_kind(import_id)
    made = ({**row, "code": codes[row["line"]]} for row in rows)
    put_new(work.connection, (findable(kind, one["client_id"], one, country) for one in made))
    note_on(work, import_id, done=FILE.done + len(rows), reached=rows[-1]["line"])
    return len(rows)


@action("clients.import.stop", needs=IMPORT)
def stop_import(work: Work, import_id: UUID, sentence: str) -> None:
    """Keep why it stopped, for whoever looks next; it can go on."""
    file_of(work, import_id)
    note_on(work, import_id, trouble=sentence)


def _planned(first: int | None, last: int | None) -> int:
    return 0 if first is None or last is None else last - first + 1
