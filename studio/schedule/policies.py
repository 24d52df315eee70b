"""The editions of the policy for moving and calling off."""

from __future__ import annotations

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.schedule.models import BookingPolicy
from studio.schedule.rules.policy import USUAL, Policy

POLICY = columns_of(BookingPolicy).c
_FIELDS = (POLICY.number, POLICY.notice_hours, POLICY.free_moves, POLICY.late_minutes)


def policy_of(connection: Connection, number: int | None = None) -> Policy:
    """The edition with this number, or the one in force; the usual rules where the studio never set its own."""
    if number == USUAL.number:
        return USUAL
    wanted = select(*_FIELDS).order_by(POLICY.number.desc()).limit(1)
    row = connection.execute(wanted if number is None else wanted.where(POLICY.number == number)).first()
    return Policy(*row) if row else USUAL
