"""What the studio asks for: deposits, and how bookings are moved and called off."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from studio.catalog.rules.cleaning import amount, number
from studio.kernel.money import Money
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.actions.session import EDIT, mine
from studio.schedule.models import Artist, Booking, BookingPolicy, DepositRule
from studio.schedule.policies import policy_of
from studio.schedule.rules import cleaning as by
from studio.schedule.rules.policy import Policy
from studio.schedule.taking import days_of
from studio.schedule.words import DEPOSIT_STATES, KINDS


@action("schedule.policy.set", needs="schedule.policy.edit")
def set_policy(work: Work, notice_hours: int, free_moves: int, late_minutes: int) -> Policy:
    """Put a new edition in force; bookings made before keep theirs."""
    told = {
        "notice_hours": by.count(0, 24 * 60)(notice_hours),
        "free_moves": by.count(0, 20)(free_moves),
        "late_minutes": by.count(0, 240)(late_minutes),
    }
    last = policy_of(work.connection)
    new = Policy(last.number + 1, **told)
    if (last.notice_hours, last.free_moves, last.late_minutes) == tuple(told.values()):
        return last
    work.add(BookingPolicy(number=new.number, at=work.now, by_name=work.actor.name, **told))
    work.emit(facts.PolicyChanged())
    return new


@action("schedule.deposit.rule", needs="schedule.policy.edit")
def set_deposit_rule(
    work: Work,
    kind: str,
    *,
    booking_kind: str = "",
    artist_id: UUID | None = None,
    percent: int | None = None,
    fixed: Money | None = None,
) -> DepositRule:
    """What is asked in advance for a kind of booking, of an artist, or both: `percent`, `fixed` or `none`."""
    by.choice(("percent", "fixed", "none"))(kind)
    by.choice(("", *KINDS))(booking_kind)
    if artist_id is not None:
        work.get(Artist, artist_id)
    row = _rule(work, booking_kind, artist_id)
    row.kind, row.currency = kind, work.house.settings["studio.currency"]
    row.percent = number(percent, 1, 100, needed=True) if kind == "percent" else None
    row.amount = amount(fixed, row.currency) if kind == "fixed" else None
    if kind == "fixed" and row.amount is None:
        raise refusals.NumberIsOutside("fixed", least=1, most=10**12)
    work.add(row)
    work.emit(facts.PolicyChanged())
    return row


@action("schedule.deposit.forget", needs="schedule.policy.edit")
def drop_deposit_rule(work: Work, rule_id: UUID) -> None:
    """Ask for what the services say again."""
    work.session.delete(work.get(DepositRule, rule_id))
    work.emit(facts.PolicyChanged())


@action("schedule.deposit.note", needs=EDIT)
def note_deposit(work: Work, booking_id: UUID, state: str, due: Money | None = None) -> Booking:
    """Note where a deposit stands: due, waived, taken. The money itself is the till's."""
    booking = mine(work, booking_id, EDIT)
    by.choice(DEPOSIT_STATES)(state)
    if due is not None:
        booking.deposit_due = amount(due, booking.currency)
    booking.deposit_state = state
    work.emit(facts.BookingChanged(booking.id, days_of(booking), ("deposit_state",)))
    return booking


def _rule(work: Work, booking_kind: str, artist_id: UUID | None) -> DepositRule:
    known = select(DepositRule).where(
        DepositRule.booking_kind == booking_kind,
        col(DepositRule.artist_id).is_(None) if artist_id is None else DepositRule.artist_id == artist_id,
    )
    found = work.session.exec(known).first()
    return found or DepositRule(booking_kind=booking_kind, artist_id=artist_id, kind="none", currency="")
