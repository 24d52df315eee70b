"""A sign-in that waits for its PIN or password: nothing can be done with it, and its pages stay as they are."""

from __future__ import annotations

from studio.kernel.work import Work
from studio.staff.facts import SignInsLocked
from studio.staff.models import SignIn


def lock(work: Work, session: SignIn) -> None:
    """Inside an open act; twice changes nothing."""
    if session.locked_at is None:
        session.locked_at = work.now
        work.emit(SignInsLocked(session.user_id, (session.id,)))
