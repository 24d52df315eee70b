"""Incidents kept: one row a code, counted on a thread of its own, so that whoever hit one does not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import delete, func, insert, select, update
from uuid_utils.compat import uuid7

from storage.table import columns_of
from studio.kernel import incidents
from studio.kernel.actor import rule
from studio.kernel.house import NoHouse, house
from studio.kernel.incidents import Trouble
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.kernel.work import Read, Work, action, perform, query
from studio.upkeep.facts import IncidentsNoted, IncidentsSeen
from studio.upkeep.models import Incident

log = structlog.get_logger(__name__)
SEE, NOTE = "upkeep.incident.see", "upkeep.incident.note"
KEEPER = rule(NOTE)
MOST, AT_ONCE = 500, 50
"""Codes kept, and incidents that may wait to be counted; what comes above is in the log alone."""
TABLE = columns_of(Incident)

PERMISSIONS = (
    Permission.of(SEE, N_("See what went wrong in the program, and mark it as seen"), "owner manager console"),
    Permission.of(NOTE, N_("Count what went wrong in the program"), "rule"),
)
SENTENCES = {
    NOTE: N_("What went wrong in the program was counted"),
    "upkeep.incident.settle": N_("{who} marked what went wrong in the program as seen"),
}


@dataclass(frozen=True)
class IncidentView:
    """One kind of incident as the list shows it."""

    code: str
    kind: str
    place: str
    message: str
    count: int
    first_at: datetime
    last_at: datetime
    seen_at: datetime | None


@action(NOTE)
def note_incidents(work: Work, troubles: Sequence[Trouble]) -> None:
    """Count them. No entry in the journal: nothing of the studio changed, and a broken page may come a thousandfold."""
    for trouble in troubles:
        known = update(TABLE).where(TABLE.c.code == trouble.code)
        again = known.values(count=TABLE.c.count + 1, last_at=work.now, updated_at=work.now, seen_at=None)
        if not work.connection.execute(again).rowcount:
            _first(work, trouble)


@action("upkeep.incident.settle", needs=SEE)
def settle_incidents(work: Work, code: str = "") -> None:
    """Mark one as seen, or all; one that happens again is new again."""
    new = update(TABLE).where(TABLE.c.seen_at.is_(None))
    done = work.connection.execute((new.where(TABLE.c.code == code) if code else new).values(seen_at=work.now))
    if done.rowcount:
        work.emit(IncidentsSeen(done.rowcount))


@query(SEE)
def list_incidents(
    read: Read, *, kind: str = "", new: bool = False, page: int = 1, size: int = 50
) -> tuple[list[IncidentView], int]:
    """A page of them, the latest first."""
    wanted = [*([TABLE.c.kind == kind] if kind else []), *([TABLE.c.seen_at.is_(None)] if new else [])]
    total = read.connection.scalar(select(func.count()).select_from(TABLE).where(*wanted)) or 0
    told = (TABLE.c.code, TABLE.c.kind, TABLE.c.place, TABLE.c.message, TABLE.c["count"], TABLE.c.created_at)
    latest = select(*told, TABLE.c.last_at, TABLE.c.seen_at).where(*wanted).order_by(TABLE.c.last_at.desc())
    rows = read.connection.execute(latest.limit(size).offset((page - 1) * size))
    return [IncidentView(*row) for row in rows], total


class Keeper:
    """Takes incidents from any thread and counts them on its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Trouble] = []
        self._thread: threading.Thread | None = None

    def keep(self, trouble: Trouble) -> None:
        with self._lock:
            if len(self._waiting) >= AT_ONCE:
                return
            self._waiting.append(trouble)
            if self._thread is None:
                self._thread = threading.Thread(target=self._count, name="incidents", daemon=True)
                self._thread.start()

    def settle(self, timeout: float | None = None) -> None:
        """Wait until all are counted. Call it before the house is closed."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def _count(self) -> None:
        while waiting := self._take():
            try:
                perform(KEEPER, note_incidents, waiting)
                house().bus.tell([IncidentsNoted()])
            except NoHouse:
                log.info("closed before incidents were counted")
            except Exception:
                log.exception("incidents could not be counted")

    def _take(self) -> list[Trouble]:
        with self._lock:
            waiting, self._waiting = self._waiting, []
            if not waiting:
                self._thread = None
            return waiting


keeper = Keeper()
incidents.kept_by(keeper.keep)


def _first(work: Work, trouble: Trouble) -> None:
    row = {"id": uuid7(), "created_at": work.now, "updated_at": work.now, "last_at": work.now, "version": 1}
    what = {"code": trouble.code, "kind": trouble.kind, "place": trouble.place, "message": trouble.message}
    work.connection.execute(insert(TABLE).values(**row, **what, count=1, seen_at=None))
    kept = select(TABLE.c.id).order_by(TABLE.c.last_at.desc()).limit(MOST).scalar_subquery()
    work.connection.execute(delete(TABLE).where(TABLE.c.id.not_in(kept)))
