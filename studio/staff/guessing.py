"""Somebody guesses at a password: the owner is told, and told no more once it has been quiet for a day."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from studio.kernel.subject import Subject
from studio.kernel.work import Work
from studio.messages.actions.raising import raise_alert, settle_alert, settle_quiet
from studio.staff.facts import PasswordChanged
from studio.staff.rules import FREE_TRIES

KIND = "staff.sign_in.refused_often"
SECOND = "staff.second_step.refused_often"
QUIET = timedelta(days=1)


def note_guess(work: Work, user_id: UUID | None, tries: int) -> None:
    """Count a refused sign-in on somebody's account. Names nobody knows raise nothing: they may be typed in error."""
    if user_id is not None and tries >= FREE_TRIES:
        raise_alert(work, KIND, subject=Subject("user", user_id), n=tries)


def note_second_guess(work: Work, user_id: UUID, tries: int) -> None:
    """Count a refused code of somebody's app: whoever tries knows the password."""
    if tries >= FREE_TRIES:
        raise_alert(work, SECOND, subject=Subject("user", user_id), n=tries)


def settle_guesses(work: Work) -> None:
    """Nobody has tried for a day."""
    for kind in (KIND, SECOND):
        settle_quiet(work, kind, work.now - QUIET)


def new_password_settles(work: Work, fact: PasswordChanged) -> None:
    """Listens within: what was guessed at is no longer the password."""
    for kind in (KIND, SECOND):
        settle_alert(work, kind, str(fact.subject))
