"""When a country changes the rules of its clock, bookings keep the time on the wall they were meant as."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sql
from sqlalchemy import or_
from sqlmodel import col, select

from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert
from studio.schedule import facts
from studio.schedule.alerting import REALIGNED
from studio.schedule.models import Booking
from studio.schedule.obstacles import BOOKING, REACH
from studio.schedule.rules.localtime import around_gap, moments_of, wall
from studio.schedule.rules.steps import FREE, OPEN
from studio.schedule.taking import days_of


@action("schedule.realign", needs="schedule.watch")
def realign_schedule(work: Work) -> int:
    """Bookings ahead whose moment the wall clock no longer shows as it was meant are put back; gives how many.

    With a newer list of time zones an hour kept in UTC may be another one on the wall. Where another booking holds the
    time it was meant as, it stays where it is, and is told of and counted like the others.
    """
    ahead = select(Booking).where(Booking.starts_at > work.now, col(Booking.status).in_(OPEN))
    odd = [one for one in work.session.exec(ahead) if wall(one.starts_at, one.zone) != one.starts_local]
    meant = [(one, _meant(one) - one.starts_at) for one in odd]
    for one, by in sorted(meant, key=_out_of_each_others_way):
        if not _collides(work, one, by):
            _shift(work, one, by)
    if meant:
        raise_alert(work, REALIGNED, n=len(meant))
    return len(meant)


def _meant(one: Booking) -> datetime:
    """The moment the wall clock shows its time; of two the nearer one, after the leap where it is leapt over."""
    local = datetime.fromisoformat(one.starts_local)
    found = moments_of(local, one.zone) or [around_gap(local, one.zone)[1]]
    return min(found, key=lambda moment: abs(moment - one.starts_at))


def _out_of_each_others_way(found: tuple[Booking, timedelta]) -> float:
    """Whoever goes later makes room first, from the last one on; whoever goes earlier from the first."""
    one, by = found
    at = one.starts_at.timestamp()
    return -at if by > timedelta(0) else at


def _collides(work: Work, one: Booking, by: timedelta) -> bool:
    """Whether somebody else has its artist or its station then: the table itself would refuse it."""
    same = [
        column == held
        for column, held in ((BOOKING.artist_id, one.artist_id), (BOOKING.station_id, one.station_id))
        if held is not None
    ]
    if one.may_overlap or not same:
        return False
    start, end = one.held_from + by, one.held_until + by
    then = (BOOKING.held_from >= start - REACH, BOOKING.held_from < end, BOOKING.held_until > start)
    holds = (BOOKING.id != one.id, BOOKING.status.not_in(FREE), ~BOOKING.may_overlap)
    found = sql.select(BOOKING.id).where(or_(*same), *then, *holds).limit(1)
    return work.connection.execute(found).first() is not None


def _shift(work: Work, one: Booking, by: timedelta) -> None:
    before = days_of(one)
    one.starts_at, one.ends_at = one.starts_at + by, one.ends_at + by
    one.held_from, one.held_until = one.held_from + by, one.held_until + by
    one.starts_local, one.ends_local = wall(one.starts_at, one.zone), wall(one.ends_at, one.zone)
    work.session.flush()
    work.emit(facts.BookingMoved(one.id, tuple(dict.fromkeys((*before, *days_of(one))))))
