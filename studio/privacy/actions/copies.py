"""Removing older copies of the database, which still know who was erased."""

from __future__ import annotations

from datetime import timedelta

from studio.kernel.work import Work, action
from studio.privacy.copies import DAYS, last_erasure, let_go
from studio.privacy.facts import CopiesRemoved


@action("privacy.copies.remove", needs="privacy.person.erase")
def remove_copies(work: Work) -> int:
    """Do not wait for their day: every copy that knows somebody who was erased goes now. Gives how many."""
    erased = last_erasure(work.connection, work.now)
    gone = let_go(work.house, erased) if erased else 0
    work.emit(CopiesRemoved(gone))
    return gone


@action("privacy.copies.expire", needs="privacy.sweep")
def expire_copies(work: Work) -> int:
    """Every day: copies that know somebody who was erased so long ago go. Gives how many."""
    erased = last_erasure(work.connection, work.now - timedelta(days=work.house.settings[DAYS]))
    gone = let_go(work.house, erased) if erased else 0
    if gone:
        work.emit(CopiesRemoved(gone))
    return gone
