"""Holding the journal against itself, and taking it out as a file: both are acts, so both stand in it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from storage.table import columns_of
from studio.kernel.actor import Actor
from studio.kernel.anchors import check_journal, read_anchors
from studio.kernel.house import house
from studio.kernel.journal import Finding, JournalEntry, head
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.kernel.work import Work, action, perform
from studio.upkeep.facts import JournalChecked, JournalTakenOut
from studio.upkeep.seeking import Sought
from studio.upkeep.veil import PLACES, Veil

CHECK, TAKE_OUT = "upkeep.journal.check", "upkeep.journal.take_out"
ENTRY = columns_of(JournalEntry).c

PERMISSIONS = (
    Permission.of(CHECK, N_("Verify that nobody changed the journal"), "owner manager inspector timer console"),
    Permission.of(TAKE_OUT, N_("Take the journal out as a file"), "owner"),
    Permission.of(PLACES, N_("See from which device and address something was done"), "owner console"),
)
SENTENCES = {
    CHECK: N_("{who} verified the journal"),
    TAKE_OUT: N_("{who} took the journal out as a file"),
}


@action(CHECK)
def note_check(work: Work, entries: int, anchors: int, broken: int = 0, reason: str = "") -> None:
    """How the journal was found."""
    work.emit(JournalChecked(entries, anchors, broken, reason[:200]))


@action(TAKE_OUT)
def take_journal_out(work: Work, sought: Sought, form: str = "csv") -> tuple[int, int]:
    """Write down that it leaves; how many entries there are, and the newest of them."""
    which = sought.clause(work.house, everything=Veil(work.actor, work.house.rights).is_lifted)
    last = work.connection.execute(select(func.count(), func.max(ENTRY.no)).where(which)).one()
    work.emit(JournalTakenOut(last[0], form[:10]))
    return last[0], last[1] or 0


def look_through(actor: Actor, told: Callable[[int, int], object] = lambda no, total: None) -> Finding | None:
    """Verify every link and anchor, tell how far it is, note how it was found. Takes as long as there are entries."""
    place = house()
    anchors = len(read_anchors(place.folder.path, place.derive("anchors")))
    with place.db.reading() as connection:
        last = head(connection)
    total = last.no if last else 0
    found = check_journal(place, lambda no: told(no, total))
    if found is None:
        perform(actor, note_check, total, anchors)
    else:
        perform(actor, note_check, total, anchors, found.no, found.reason)
    return found
