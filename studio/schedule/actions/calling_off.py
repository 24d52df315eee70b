"""Bookings that do not come to be: cancelled by somebody, in time or late, or missed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.actions.session import EDIT, mine, reopen_booking
from studio.schedule.models import Booking
from studio.schedule.policies import policy_of
from studio.schedule.rules import cleaning as by_rules
from studio.schedule.rules.booking import REASON
from studio.schedule.rules.localtime import wall
from studio.schedule.rules.policy import called_off, missed
from studio.schedule.rules.steps import AHEAD, can_become
from studio.schedule.taking import days_of, status_word
from studio.schedule.words import CALLED_OFF_BY


@action("schedule.booking.cancel", needs=EDIT)
def cancel_booking(
    work: Work, booking_id: UUID, by: str = "client", reason: str = "", seen_version: int | None = None
) -> Booking:
    """Call it off: its time is free at once, and the policy it was made under says what becomes of the deposit."""
    booking = mine(work, booking_id, EDIT, seen_version)
    by_rules.choice(CALLED_OFF_BY)(by)
    _cancel(work, booking, by, by_rules.text(REASON)(reason))
    return booking


@action("schedule.booking.no_show", needs=EDIT)
def note_no_show(work: Work, booking_id: UUID, reason: str = "", seen_version: int | None = None) -> Booking:
    """They never came. Refused until they are as late as the policy it was made under allows."""
    booking = mine(work, booking_id, EDIT, seen_version)
    _may_become(booking, "no_show")
    missing_at = booking.starts_at + timedelta(minutes=policy_of(work.connection, booking.policy_no).late_minutes)
    if work.now < missing_at:
        raise refusals.NotYetTime(code=booking.code, time=wall(missing_at, booking.zone)[11:])
    booking.outcome = missed(booking.deposit_state)
    _end(work, booking, "no_show", "client", by_rules.text(REASON)(reason))
    return booking


@action("schedule.series.cancel", needs=EDIT)
def cancel_series(work: Work, booking_id: UUID, by: str = "client", reason: str = "") -> int:
    """Call off this booking of a series and all that follow it; gives how many."""
    first = mine(work, booking_id, EDIT)
    by_rules.choice(CALLED_OFF_BY)(by)
    rest = select(Booking).where(Booking.series_id == first.series_id, Booking.starts_at >= first.starts_at)
    found = work.session.exec(rest).all() if first.series_id else [first]
    ahead = [booking for booking in found if booking.status in AHEAD]
    for booking in ahead:
        _cancel(work, mine(work, booking.id, EDIT), by, by_rules.text(REASON)(reason))
    return len(ahead)


@cancel_booking.undone_by
def _planned_again(work: Work, past: Past) -> None:
    reopen_booking(work, past.subject_id)


@note_no_show.undone_by
def _came_after_all(work: Work, past: Past) -> None:
    reopen_booking(work, past.subject_id)


def _cancel(work: Work, booking: Booking, by: str, reason: str) -> None:
    _may_become(booking, "cancelled")
    policy = policy_of(work.connection, booking.policy_no)
    booking.notice_minutes = (booking.starts_at - work.now) // timedelta(minutes=1)
    booking.outcome = called_off(policy, booking.notice_minutes, by, booking.deposit_state)
    _end(work, booking, "cancelled", by, reason)


def _end(work: Work, booking: Booking, status: str, by: str, reason: str) -> None:
    booking.status, booking.ended_by, booking.ended_reason = status, by, reason
    booking.ended_at = work.now
    work.emit(facts.BookingStepped(booking.id, days_of(booking), status))


def _may_become(booking: Booking, status: str) -> None:
    if not can_become(booking.status, status):
        raise refusals.StepIsNotPossible(code=booking.code, status=status_word(booking.status))
