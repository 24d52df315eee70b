"""Somebody asked how it heals."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from studio.kernel.refusal import Conflict
from studio.kernel.text import N_
from studio.kernel.work import Work, action
from studio.schedule import facts
from studio.schedule.actions.session import mine
from studio.schedule.healing import settle_for
from studio.schedule.models import Booking, HealingCheck
from studio.schedule.rules import cleaning as by
from studio.schedule.rules.booking import NOTE
from studio.schedule.rules.healing import HEALS, asked_on, days_of
from studio.schedule.rules.localtime import day_of
from studio.schedule.taking import days_of as days_touched
from studio.schedule.words import HEALING

DONE = "schedule.healing.done"


class NothingHeals(Conflict):
    sentence = N_("{code} is no session that is done: there is nothing to ask about yet.")


@action(DONE)
def note_healing(work: Work, booking_id: UUID, answer: str, note: str = "") -> HealingCheck:
    """What the client said, for the day that is due; the alert is settled. Said again, it takes the first's place."""
    booking = mine(work, booking_id, DONE)
    if booking.status != "done" or booking.kind not in HEALS or booking.client_id is None:
        raise NothingHeals(code=booking.code)
    said = by.cleaned(
        {"answer": answer, "note": note}, {"answer": by.choice(HEALING), "note": by.text(NOTE, lines=True)}
    )
    check = _check(work, booking)
    check.answer, check.note, check.by_name = said["answer"], said["note"], work.actor.name
    work.add(check)
    work.emit(facts.HealingNoted(booking.id, days_touched(booking)))
    settle_for(work, booking.client_id)
    return check


def _check(work: Work, booking: Booking) -> HealingCheck:
    zone = work.house.settings["studio.zone"]
    passed = (day_of(work.now, zone) - day_of(booking.finished_at or booking.ends_at, zone)).days
    day = asked_on(days_of(work.house.settings), passed)
    kept = select(HealingCheck).where(HealingCheck.booking_id == booking.id, HealingCheck.day == day)
    return work.session.exec(kept).first() or HealingCheck(booking_id=booking.id, day=day, answer="")
