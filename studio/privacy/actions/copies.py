"""Removing older copies of the database, which still know who was erased."""

from __future__ import annotations

from studio.kernel.work import Work, action
from studio.privacy.copies import last_erasure, let_go
from studio.privacy.facts import CopiesRemoved


@action("privacy.copies.remove", needs="privacy.person.erase")
def remove_copies(work: Work) -> int:
    """Do not wait for their day: every copy that knows somebody who was erased goes now. Gives how many."""
    erased = last_erasure(work.connection, work.now)
    gone = let_go(work.house, erased) if erased else 0
    work.emit(CopiesRemoved(gone))
    return gone
