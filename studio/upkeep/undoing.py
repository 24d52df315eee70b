"""Undo from the journal: what declares its inverse is taken back by a new act, if nothing changed since."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.kernel.journal import JournalEntry, JournalValues, read_values
from studio.kernel.permissions import Permission
from studio.kernel.refusal import Missing
from studio.kernel.text import N_
from studio.kernel.undoing import CannotBeUndone, ChangedSince, Past, still_stands
from studio.kernel.work import ACTIONS, Action, Read, Work, action, query
from studio.upkeep.facts import ActUndone

UNDO = "upkeep.act.undo"
ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c
PERMISSIONS = (
    Permission.of(
        UNDO, N_("Take back acts of others from the journal, as far as one may do them oneself"), "owner manager"
    ),
)
SENTENCES = {UNDO: N_("{who} took an act back")}


@action(UNDO)
def undo_act(work: Work, no: int) -> bool:
    """Do the opposite of an entry. Refused when it has none, or when anything it changed was changed again since."""
    past = past_act(work.connection, no)
    verb = _verb(past)
    if verb is None or verb.inverse is None:
        raise CannotBeUndone
    work.permit(verb.needs)
    if not still_stands(work.connection, past):
        raise ChangedSince
    verb.inverse(work, past)
    work.emit(ActUndone(no))
    return True


@query(UNDO)
def can_be_undone(read: Read, no: int) -> bool:
    """Whether this person could take it back now."""
    past = past_act(read.connection, no)
    verb = _verb(past)
    if verb is None or verb.inverse is None or read.house.rights.scope(read.actor, verb.needs) is None:
        return False
    return bool(past.changes) and still_stands(read.connection, past)


def past_act(connection: Connection, no: int) -> Past:
    """The act behind an entry; Missing where there is none."""
    both = select(ENTRY.action, ENTRY.subject, VALUES.facts, VALUES.changes).where(VALUES.no == ENTRY.no)
    row = connection.execute(both.where(ENTRY.no == no)).first()
    if row is None:
        raise Missing
    facts, changes = read_values(row)
    return Past(no, row.action, row.subject, facts, changes)


def _verb(past: Past) -> Action[Any, Any] | None:
    return ACTIONS.get(past.action)
