"""Many forms at once: what a flood leaves behind is declined as one, and taken up again as one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from studio.clients import facts, refusals
from studio.clients.actions.registration import wait_again
from studio.clients.models import Registration
from studio.clients.rules.cleaning import clean_text
from studio.kernel.work import Work, action

DECIDE = "clients.registration.decide"


@action("clients.registration.decline_many", needs=DECIDE)
def decline_registrations(work: Work, ids: Sequence[UUID] | None, reason: str) -> list[UUID]:
    """Lay these forms aside, or all that wait, for one reason. Gives those that were; others had been decided."""
    reason = clean_text(reason, 500, lines=True)
    if not reason:
        raise refusals.ReasonIsMissing("reason")
    declined = _in_state(work, "waiting", ids)
    for form in declined:
        form.state, form.reason = "declined", reason
        form.decided_by, form.decided_at = work.actor.name, work.now
    if declined:
        work.emit(facts.RegistrationsDecided(len(declined), "declined"))
    return [form.id for form in declined]


@action("clients.registration.reopen_many", needs=DECIDE)
def reopen_registrations(work: Work, ids: Sequence[UUID]) -> int:
    """Let these declined forms wait again; undoes `decline_registrations`."""
    again = _in_state(work, "declined", ids)
    for form in again:
        wait_again(form)
    if again:
        work.emit(facts.RegistrationsDecided(len(again), "waiting"))
    return len(again)


def _in_state(work: Work, state: str, ids: Sequence[UUID] | None) -> list[Registration]:
    found = work.session.exec(select(Registration).where(col(Registration.state) == state))
    wanted = None if ids is None else frozenset(ids)
    return [form for form in found if wanted is None or form.id in wanted]
