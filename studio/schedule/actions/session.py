"""The steps of a booking: confirmed, checked in, begun, paused, finished, and put back a step."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.gating import shut_gates
from studio.schedule.models import Booking, BookingTimer
from studio.schedule.obstacles import Wanted, look, obstacles
from studio.schedule.planning import OVERRIDE, keep_override, of_subject, only_mine, set_aside
from studio.schedule.rules.booking import reason
from studio.schedule.rules.steps import BACK, FREE, back_from, can_become
from studio.schedule.rules.when import When
from studio.schedule.taking import ABOUT, days_of, flush, status_word

EDIT, RUN = "schedule.booking.edit", "schedule.session.run"
GATE = "schedule.gate.override"
MOMENTS = {
    "confirmed": "confirmed_at",
    "checked_in": "checked_in_at",
    "in_progress": "started_at",
    "done": "finished_at",
}


@action("schedule.booking.confirm", needs=EDIT)
def confirm_booking(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """The client said that they come."""
    return step(work, mine(work, booking_id, EDIT, seen_version), "confirmed")


@action("schedule.booking.check_in", needs=RUN)
def check_in_booking(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """The client is here."""
    return step(work, mine(work, booking_id, RUN, seen_version), "checked_in")


@action("schedule.session.start", needs=RUN)
def start_session(work: Work, booking_id: UUID, override: str = "", seen_version: int | None = None) -> Booking:
    """Begin, or go on after a pause: the timer runs. Refused while something is missing that its kind needs; whoever
    has the right may begin all the same, with a reason that stays visible. Who goes on is asked for what was not
    set aside at this booking before: a consent may have been taken back meanwhile."""
    booking = mine(work, booking_id, RUN, seen_version)
    if booking.status == "in_progress":
        if _running(work, booking) is None:
            _through_gates(work, booking, override, set_aside(work, booking.id))
        return _go_on(work, booking)
    _may_become(booking, "in_progress")
    _through_gates(work, booking, override)
    step(work, booking, "in_progress")
    return _go_on(work, booking)


@action("schedule.session.pause", needs=RUN)
def pause_session(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """Let the timer rest."""
    booking = mine(work, booking_id, RUN, seen_version)
    if booking.status != "in_progress":
        raise refusals.StepIsNotPossible(code=booking.code, status=status_word(booking.status))
    if _rest(work, booking):
        work.emit(facts.TimerTurned(booking.id, days_of(booking), running=False))
    return booking


@action("schedule.session.finish", needs=RUN)
def finish_session(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """It is done: the timer stops for good, and what is left of its time is free for others."""
    booking = mine(work, booking_id, RUN, seen_version)
    _may_become(booking, "done")
    if booking.status == "checked_in":
        _through_gates(work, booking, "")
    _rest(work, booking)
    _, until = _held(booking)
    cleaned = work.now + (until - booking.ends_at)
    booking.held_until = max(min(until, cleaned), booking.held_from)
    return step(work, booking, "done")


@action("schedule.booking.reopen", needs=EDIT)
def reopen_booking(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """Put it back a step: what was called off is planned again if its time is still free."""
    booking = mine(work, booking_id, EDIT, seen_version)
    if booking.status not in BACK:
        raise refusals.CannotPutBack(code=booking.code, status=status_word(booking.status))
    if booking.status in FREE or booking.status == "done":
        _take_again(work, booking)
    moment = MOMENTS.get(booking.status)
    if moment:
        setattr(booking, moment, None)
    _rest(work, booking)
    booking.status = back_from(booking.status, confirmed=booking.confirmed_at is not None)
    _forget_end(booking)
    flush(work)
    work.emit(facts.BookingStepped(booking.id, days_of(booking), booking.status))
    return booking


def _back(work: Work, past: Past) -> None:
    reopen_booking(work, past.subject_id)


for _verb in (confirm_booking, check_in_booking, finish_session):
    _verb.undone_by(_back)


def mine(work: Work, booking_id: UUID, right: str, seen_version: int | None = None) -> Booking:
    """The booking, if whoever acts may do so with it."""
    booking = work.get(Booking, booking_id, seen_version)
    only_mine(work, right, booking.artist_id)
    return booking


def step(work: Work, booking: Booking, status: str) -> Booking:
    """Where it stands now, and since when; refused where that cannot follow."""
    _may_become(booking, status)
    booking.status = status
    setattr(booking, MOMENTS[status], work.now)
    work.emit(facts.BookingStepped(booking.id, days_of(booking), status))
    return booking


def _may_become(booking: Booking, status: str) -> None:
    if not can_become(booking.status, status):
        raise refusals.StepIsNotPossible(code=booking.code, status=status_word(booking.status))


def _through_gates(work: Work, booking: Booking, override: str, opened: Collection[str] = ()) -> None:
    missing = {key: told for key, told in shut_gates(work, booking).items() if key not in opened}
    if missing and not override:
        refusal = refusals.GateIsShut(missing=" ".join(missing.values()))
        refusal.gates, refusal.told = tuple(missing), tuple(missing.values())
        raise refusal
    if missing:
        why = reason(override)
        work.permit(GATE)
    for key, told in missing.items():
        keep_override(work, booking.id, key, told, why)
        work.emit(facts.RuleSetAside(booking.id, days_of(booking), key))


def _go_on(work: Work, booking: Booking) -> Booking:
    if _running(work, booking) is None:
        work.add(BookingTimer(booking_id=booking.id, started_at=work.now))
        work.emit(facts.TimerTurned(booking.id, days_of(booking), running=True))
    return booking


def _rest(work: Work, booking: Booking) -> bool:
    """Stop the stretch that runs; says whether one did."""
    running = _running(work, booking)
    if running is not None:
        running.stopped_at = max(work.now, running.started_at)
    return running is not None


def _running(work: Work, booking: Booking) -> BookingTimer | None:
    found = select(BookingTimer).where(BookingTimer.booking_id == booking.id, col(BookingTimer.stopped_at).is_(None))
    return work.session.exec(found).first()


def _take_again(work: Work, booking: Booking) -> None:
    """Its time, whole; refused when somebody else has it meanwhile."""
    since, until = _held(booking)
    when = When(booking.starts_at, booking.ends_at, booking.starts_local, booking.zone)
    whose: dict[str, Any] = {name: getattr(booking, name) for name in ("client_id", "artist_id", "station_id")}
    may_share = _may_share(work, booking)
    wanted = Wanted(when, since, until, **whose, me=booking.id, strictly=not may_share)
    seen = look(work.connection, wanted)
    taken = next(obstacles(work.connection, wanted, seen), None)
    if taken is not None and not (may_share and booking.may_overlap):
        raise taken
    if booking.status in FREE:
        _still_fits_subject(work, booking, when)
    booking.held_from, booking.held_until = since, until


def _still_fits_subject(work: Work, booking: Booking, when: When) -> None:
    """What it is about may have got other bookings meanwhile; what was set aside for it before stays so."""
    values = {name: getattr(booking, name) for name in ABOUT}
    allowed = set_aside(work, booking.id)
    for one in of_subject(work, when, values, booking.id):
        if one.rule not in allowed:
            raise one


def _may_share(work: Work, booking: Booking) -> bool:
    """Whether the leave that it or another was given to overlap still counts: what is done goes on as it was; what held
    no time meanwhile shares it again through whoever may give that leave."""
    return booking.status == "done" or work.house.rights.scope(work.actor, OVERRIDE) == "all"


def _held(booking: Booking) -> tuple[Any, Any]:
    when = When(booking.starts_at, booking.ends_at, booking.starts_local, booking.zone)
    return when.held(booking.buffer_before, booking.buffer_after)


def _forget_end(booking: Booking) -> None:
    booking.ended_at = booking.notice_minutes = None
    booking.ended_by = booking.ended_reason = booking.outcome = ""
