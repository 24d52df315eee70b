"""A country changes the rules of its clock: what was meant as ten o'clock stays at ten."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from storage.table import columns_of
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.queries import my_alerts
from studio.schedule.actions import cancel_booking, realign_schedule
from studio.schedule.models import Booking
from studio.schedule.queries import booking
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle

TABLE = columns_of(Booking)


def made_under_other_rules(studio: House, by: timedelta, *ids: object) -> None:
    """As if the clocks had been by so much elsewhere when they were made."""
    names = ("starts_at", "ends_at", "held_from", "held_until")
    with studio.db.writing() as session:
        for one in ids:
            row = session.connection().execute(TABLE.select().where(TABLE.c.id == one)).one()
            moved = {name: getattr(row, name) + by for name in names}
            session.connection().execute(update(TABLE).where(TABLE.c.id == one).values(**moved))
        session.commit()


def test_bookings_ahead_keep_their_time_on_the_wall(studio: House) -> None:
    owner = signed_in("owner")
    artist = needle(owner).id
    day = [booked(owner, artist, f"2027-06-16T{hour}:00") for hour in (12, 13, 14)]
    gone = booked(owner, artist, "2027-06-17T12:00")
    perform(owner, cancel_booking, gone.id)
    assert perform(timer("schedule.realign"), realign_schedule) == 0
    for by in (timedelta(hours=1), timedelta(hours=-1)):
        inwards = day[::-1] if by > timedelta(0) else day
        made_under_other_rules(studio, by, *(one.id for one in inwards), gone.id)
        assert perform(timer("schedule.realign"), realign_schedule) == 3
        for one in day:
            now = ask(owner, booking, one.id).booking
            assert (now.starts_at, now.ends_at, now.starts_local) == (one.starts_at, one.ends_at, one.starts_local)
    assert perform(timer("schedule.realign"), realign_schedule) == 0
    assert [one.sentence[:23] for one in ask(owner, my_alerts)[0]] == ["3 bookings were put bac"]


def test_a_booking_whose_time_somebody_else_holds_by_now_stays_where_it_is(studio: House) -> None:
    owner = signed_in("owner")
    artist = needle(owner).id
    meant = booked(owner, artist, "2027-06-16T12:00")
    made_under_other_rules(studio, timedelta(hours=2), meant.id)
    booked(owner, artist, "2027-06-16T12:30")
    perform(timer("schedule.realign"), realign_schedule)
    assert ask(owner, booking, meant.id).booking.starts_at == meant.starts_at + timedelta(hours=2)
    assert ask(owner, my_alerts)[0]
