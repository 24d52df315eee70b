"""The editions of the policy for moving and calling off, and the words in which clients sign it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.extension.terms import Term
from studio.kernel.house import House
from studio.schedule.models import BookingPolicy
from studio.schedule.rules.policy import USUAL, Policy
from studio.schedule.rules.terms import terms_text, terms_title

POLICY = columns_of(BookingPolicy).c
TERM = "policy"
_FIELDS = (POLICY.number, POLICY.notice_hours, POLICY.free_moves, POLICY.late_minutes)


def policy_of(connection: Connection, number: int | None = None) -> Policy:
    """The edition with this number, or the one in force; the usual rules where the studio never set its own."""
    if number == USUAL.number:
        return USUAL
    wanted = select(*_FIELDS).order_by(POLICY.number.desc()).limit(1)
    row = connection.execute(wanted if number is None else wanted.where(POLICY.number == number)).first()
    return Policy(*row) if row else USUAL


def policy_terms(connection: Connection, _: House) -> list[Term]:
    """What clients initial: the edition in force; nothing until the studio has set its own."""
    policy = policy_of(connection)
    return [Term(TERM, policy.number, terms_title(policy), terms_text(policy))] if policy.number else []
