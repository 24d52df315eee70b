"""The calendar without a browser: drawn, moved, refused, followed, filtered, and what a booking's page does."""

from __future__ import annotations

from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User

from components.calendar import Calendar
from components.form import DateField
from components.pickers.picker import Choice, Picker
from pages.schedule.booking import draw as draw_booking
from pages.schedule.calendar import draw
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import add_to_waitlist, check_in_booking, confirm_booking
from studio.schedule.models import Booking
from studio.schedule.queries import booking, booking_by_code, list_bookings, waitlist
from tests.factories.clients import on_file
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import NOON, booked, chair, needle, soon
from tests.pages.clients.looking import found, looking, pick, until
from tests.pages.desks import press

DAY = f"/calendar?day={NOON[:10]}"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def drag(user: User, one: Booking, to: str, **elsewhere: Any) -> None:
    """As the browser tells it."""
    calendar = found(user, Calendar)
    was = next(seen for seen in calendar.booked if seen.id == one.id.hex)
    end = elsewhere.get("end", f"{to[:11]}{int(to[11:13]) + 1:02}{to[13:]}")
    place = elsewhere.get("place", was.place)
    told = {"id": one.id.hex, "start": to, "end": end, "place": place}
    user.find(kind=Calendar).trigger("moved", told | {"old": {"start": was.start, "end": was.end, "place": was.place}})


def stands(actor: Actor, one: Booking) -> str:
    return ask(actor, booking, one.id).booking.starts_local


async def test_artists_stand_in_columns_and_bookings_in_them(owner: Actor) -> None:
    ines, kofi = needle(owner), needle(owner, "Kofi Mensah")
    one = booked(owner, ines.id, title="Fern, forearm")
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Bo Lind")
        calendar = found(user, Calendar)
        assert [place.title for place in calendar.places] == ["Ines Duarte", "Kofi Mensah"]
        seen = calendar.booked[0]
        assert (seen.place, seen.start, seen.line, seen.number) == (ines.id.hex, NOON, "Fern, forearm", 1)
        assert seen.marks == (("wait", "Not sent"),)
        assert kofi.id.hex != seen.place
        user.find(kind=Calendar).trigger("opened", one.id.hex)


async def test_dragged_to_another_artist_it_is_moved_and_undo_brings_it_back(owner: Actor) -> None:
    ines, kofi = needle(owner), needle(owner, "Kofi Mensah")
    one = booked(owner, ines.id)
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Bo Lind")
        drag(user, one, NOON.replace("12:00", "14:00"), place=kofi.id.hex)
        await user.should_see("BK-0001: 16 Jun 2027, 14:00–15:00 · Kofi Mensah")
        card = ask(owner, booking, one.id)
        assert (card.artist, card.booking.starts_local[11:]) == ("Kofi Mensah", "14:00")
        user.find("Undo").click()
        await until(lambda: ask(owner, booking, one.id).artist == "Ines Duarte" and stands(owner, one) == NOON)


async def test_resized_it_takes_longer_and_begins_when_it_did(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Bo Lind")
        drag(user, one, NOON, end=NOON.replace("12:00", "14:30"))
        await until(lambda: ask(owner, booking, one.id).booking.ends_at.hour == 13)
        assert stands(owner, one) == NOON


async def test_where_somebody_is_busy_it_goes_back_and_whoever_may_can_give_a_reason(owner: Actor) -> None:
    ines = needle(owner)
    one = booked(owner, ines.id)
    booked(owner, ines.id, NOON.replace("12:00", "15:00"), client=on_file(owner, "Ada Yule").id)
    async with looking(signed_in("reception"), draw, DAY) as user:
        await user.should_see("Ada Yule")
        drag(user, one, NOON.replace("12:00", "15:00"))
        await user.should_see("Ines Duarte is busy with BK-0002 until 16:00.")
        await user.should_not_see("Something is in the way")
        assert stands(owner, one) == NOON
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Ada Yule")
        drag(user, one, NOON.replace("12:00", "15:00"))
        await user.should_see("Something is in the way")
        user.find("Do it all the same, because *").type("they are twins")
        user.find(kind=ui.button, content="Do it all the same").click()
        await until(lambda: stands(owner, one)[11:] == "15:00")
        assert ask(owner, booking, one.id).overrides[0].reason == "they are twins"


async def test_an_hour_that_comes_twice_is_asked_for(owner: Actor) -> None:
    one = booked(owner, needle(owner).id, "2027-10-31T10:00")
    async with looking(owner, draw, "/calendar?day=2027-10-31") as user:
        await user.should_see("Bo Lind")
        drag(user, one, "2027-10-31T01:30")
        await user.should_see("Which time is meant?")
        user.find("The second").click()
        await until(lambda: stands(owner, one) == "2027-10-31T01:30")
        assert ask(owner, booking, one.id).booking.starts_at.hour == 1


async def test_another_open_screen_follows(owner: Actor) -> None:
    ines = needle(owner)
    async with looking(signed_in("viewer"), draw, DAY) as user:
        await user.should_see("Ines Duarte")
        one = booked(owner, ines.id)
        await user.should_see("Bo Lind")
        perform(owner, confirm_booking, one.id)
        await user.should_see("Confirmed")
        assert found(user, Calendar).props["shown"]["editable"] is False
        await user.should_not_see("Walk-in")


async def test_an_artist_moves_their_own_bookings_alone(owner: Actor) -> None:
    artist = signed_in("artist")
    mine, theirs = needle(owner, "Kofi Mensah", user_id=id_of(artist)), needle(owner)
    own, other = booked(owner, mine.id), booked(owner, theirs.id, client=on_file(owner, "Ada Yule").id)
    async with looking(artist, draw, DAY) as user:
        await user.should_see("Ada Yule")
        fixed = {seen.id: seen.fixed for seen in found(user, Calendar).booked}
        assert fixed == {own.id.hex: False, other.id.hex: True}
        drag(user, other, NOON.replace("12:00", "14:00"))
        await user.should_see("Your role does not allow this.")
        assert stands(owner, other) == NOON


async def test_week_month_stations_and_filters_are_kept_in_the_address(owner: Actor) -> None:
    ines, kofi, bench = needle(owner), needle(owner, "Kofi Mensah"), chair(owner, "Long bench")
    booked(owner, ines.id, station_id=bench.id)
    booked(owner, kofi.id, NOON.replace("-16T", "-18T"), client=on_file(owner, "Ada Yule").id)
    for address, people, places in (
        (f"{DAY}&view=week", {"Bo Lind", "Ada Yule"}, ["Ines Duarte", "Kofi Mensah"]),
        (f"{DAY}&view=week&who=AR-0002", {"Ada Yule"}, ["Kofi Mensah"]),
        (f"{DAY}&view=month&status=confirmed", set(), ["Ines Duarte", "Kofi Mensah"]),
        (f"{DAY}&by=stations", {"Bo Lind"}, ["Long bench"]),
        ("/calendar?day=nonsense&view=what&by=7&status=odd", set(), ["Ines Duarte", "Kofi Mensah"]),
    ):
        async with looking(owner, draw, address) as user:
            await until(lambda user=user: found(user, Calendar).places)
            calendar = found(user, Calendar)
            assert [place.title for place in calendar.places] == places, address
            assert {seen.title for seen in calendar.booked} == people, address


async def test_free_time_that_is_pressed_opens_the_form_at_that_time(owner: Actor) -> None:
    ines = needle(owner)
    ada = on_file(owner, "Ada Yule")
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Ines Duarte")
        wanted = {"start": NOON, "end": "", "place": ines.id.hex}
        user.find(kind=Calendar).trigger("wanted", wanted)
        await user.should_see("New booking")
        assert found(user, DateField).value == "16/06/2027"
        press(user, "Book")
        await until(lambda: found(user, Picker).props.get("error") == "Choose the client it is for.")
        assert ask(owner, list_bookings).total == 0
        found(user, Picker).show(Choice(str(ada.id), "Ada Yule"))
        press(user, "Book")
        await user.should_see("BK-0001 is booked for 16 Jun 2027, 12:00.")
        assert ask(owner, booking_by_code, "BK-0001").artist == "Ines Duarte"


async def test_forged_events_change_nothing(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Bo Lind")
        calendar = user.find(kind=Calendar)
        for forged in (
            {},
            {"id": "x", "start": NOON, "end": NOON, "place": "", "old": {}},
            {"id": one.id.hex, "start": "never", "end": NOON, "place": "", "old": {}},
            {"id": one.id.hex, "start": NOON, "end": 7, "place": "", "old": {}},
        ):
            calendar.trigger("moved", forged)
        calendar.trigger("opened", "nobody")
        calendar.trigger("wanted", {"start": "soon", "end": "", "place": ""})
        calendar.trigger("dropped", {"what": "x", "start": NOON, "place": ""})
        drag(user, one, NOON.replace("12:00", "14:00"))
        await until(lambda: stands(owner, one)[11:] == "14:00")


async def test_somebody_who_waits_is_put_into_a_gap(owner: Actor) -> None:
    ines, ada = needle(owner), on_file(owner, "Ada Yule")
    entry = perform(owner, add_to_waitlist, ada.id, {"minutes": 90, "style": "lettering"})
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Lettering, 1 h 30 min")
        user.find(kind=Calendar).trigger("dropped", {"what": entry.id.hex, "start": NOON, "place": ines.id.hex})
        await user.should_see("BK-0001 is booked from the waitlist, 12:00.")
        await user.should_see("Nobody waits for a gap.")
        assert ask(owner, waitlist) == []


async def test_a_booking_takes_its_steps_on_its_page(owner: Actor) -> None:
    one = perform(owner, confirm_booking, booked(owner, needle(owner).id, starts_at=soon(), starts_local="").id)

    async def step(words: str, said: str, status: str) -> None:
        await user.should_see(kind=ui.button, content=words)
        user.find(kind=ui.button, content=words).click()
        await user.should_see(said)
        assert ask(owner, booking, one.id).booking.status == status

    async with looking(owner, lambda: draw_booking("BK-0001"), "/bookings/BK-0001") as user:
        await step("Check in", "Bo Lind is here.", "checked_in")
        await step("Begin the session", "Bo Lind cannot begin yet", "checked_in")
        user.find("Begin all the same, because *").type("signed on paper")
        await step("Begin all the same", "The timer runs", "in_progress")
        await user.should_see("signed on paper")
        await step("Pause", "The timer rests", "in_progress")
        await step("Finish", "Bo Lind is done after 0:00 h.", "done")


async def test_a_booking_that_is_cancelled_says_what_becomes_of_it(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    async with looking(owner, lambda: draw_booking("BK-0001"), "/bookings/BK-0001") as user:
        await user.should_see("Cancel the booking…")
        perform(signed_in("manager"), check_in_booking, one.id)
        await user.should_see("Begin the session")
        pick(user, "Cancel the booking…")
        await user.should_see("Cancel BK-0001?")
        user.find("Why").type("a cold")
        user.find(kind=ui.button, content="Cancel the booking").click()
        await user.should_see("BK-0001 is cancelled.")
        card = ask(owner, booking, one.id)
        assert (card.booking.status, card.ended_reason, card.ended_by) == ("cancelled", "a cold", "client")
        user.find("Undo").click()
        await until(lambda: ask(owner, booking, one.id).booking.status == "planned")
