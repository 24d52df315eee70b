"""Series on screen: their dates are seen before they are booked, and this one with all that follow is moved at once."""

from __future__ import annotations

import pytest
from nicegui import ui

from components.calendar import Calendar
from components.form.choices import SegField, Select
from components.pickers.picker import Choice, Picker
from pages.schedule.booking import draw as draw_booking
from pages.schedule.calendar import draw
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import book_series
from studio.schedule.queries import booking, booking_by_code, list_bookings
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import NOON, booked, needle
from tests.pages.clients.looking import found, looking, until
from tests.pages.desks import press

DAY = f"/calendar?day={NOON[:10]}"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_a_series_shows_its_dates_and_leaves_out_what_is_in_the_way(owner: Actor) -> None:
    ines, ada = needle(owner), on_file(owner, "Ada Yule")
    booked(owner, ines.id, "2027-06-23T12:30")
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Ines Duarte")
        user.find(kind=Calendar).trigger("wanted", {"start": NOON, "end": "", "place": ines.id.hex})
        await user.should_see("New booking")
        weeks = next(one for one in user.find(kind=Select).elements if one.props.get("label") == "Comes again")
        weeks.set_value(1)
        press(user, "Book")
        await until(lambda: found(user, Picker).props.get("error") == "Choose the client it is for.")
        found(user, Picker).show(Choice(str(ada.id), "Ada Yule"))
        press(user, "Book")
        await user.should_see("Dates of the series")
        await user.should_see("Ines Duarte is busy with BK-0001 until 13:30.")
        await user.should_see("Book 3 dates")
        assert ask(owner, list_bookings).total == 1
        user.find(kind=ui.button, content="Book 3 dates").click()
        await user.should_see("3 bookings are made, from 16 Jun 2027 on.")
        assert ask(owner, list_bookings, status="planned").total == 4
        user.find("Undo").click()
        await until(lambda: ask(owner, list_bookings, status="planned").total == 1)


async def test_this_one_and_all_that_follow_are_moved_and_brought_back(owner: Actor) -> None:
    details = {"artist_id": needle(owner).id, "client_id": on_file(owner).id, "starts_local": NOON, "minutes": 60}
    made = perform(owner, book_series, details, 3, 1)

    def times() -> list[str]:
        return [ask(owner, booking, one.id).booking.starts_local[11:] for one in made]

    code = ask(owner, booking, made[1].id).booking.code
    async with looking(owner, lambda: draw_booking(code), f"/bookings/{code}") as user:
        await user.should_see("Move…")
        user.find("Move…").click()
        await user.should_see("It belongs to a series")
        next(one for one in user.find(kind=ui.input).elements if one.props.get("type") == "time").set_value("14:00")
        found(user, SegField, label="It belongs to a series").value = "all"
        press(user, "Move")
        await user.should_see("2 bookings of the series are moved.")
        assert times() == ["12:00", "14:00", "14:00"]
        user.find("Undo").click()
        await until(lambda: times() == ["12:00"] * 3)
        assert ask(owner, booking_by_code, code).booking.status == "planned"
