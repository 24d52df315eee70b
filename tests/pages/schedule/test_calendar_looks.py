"""What a look at the calendar tells: who is here, how full a month is, how it stands, and where the deposit does."""

from __future__ import annotations

import pytest
from nicegui import ElementFilter, ui
from nicegui.testing.user_interaction import UserInteraction

from components.calendar import Calendar
from components.form.choices import SegField
from pages.schedule.booking import draw as draw_booking
from pages.schedule.calendar import draw
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.work import ask, perform
from studio.schedule.actions import add_absence, add_to_waitlist, cancel_booking, check_in_booking, note_deposit
from studio.schedule.queries import booking
from tests.factories.clients import on_file
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import NOON, booked, needle
from tests.factories.services import offered
from tests.pages.clients.looking import found, looking, pick, until
from tests.pages.desks import press

DAY = f"/calendar?day={NOON[:10]}"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_who_is_away_needs_no_column_and_is_named_below(owner: Actor) -> None:
    needle(owner)
    kofi, lena = needle(owner, "Kofi Mensah"), needle(owner, "Lena Vogt")
    booked(owner, lena.id)
    for one in (kofi, lena):
        perform(owner, add_absence, one.id, {"kind": "holiday", "from_on": "2027-06-16"})
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Not here: Kofi Mensah")
        assert [place.title for place in found(user, Calendar).places] == ["Ines Duarte", "Lena Vogt"]
    async with looking(owner, draw, f"{DAY}&who=AR-0002") as user:
        await until(lambda: [place.title for place in found(user, Calendar).places] == ["Kofi Mensah"])


async def test_whoever_sees_their_own_bookings_alone_has_their_column_alone(owner: Actor) -> None:
    me = signed_in("guest_artist")
    needle(owner)
    needle(owner, "Gus Gast", user_id=id_of(me))
    for view in ("day", "week"):
        async with looking(me, draw, f"{DAY}&view={view}") as user:
            await until(lambda: [place.title for place in found(user, Calendar).places] == ["Gus Gast"])


async def test_a_month_says_how_much_is_booked_and_leads_to_its_days(owner: Actor) -> None:
    ines = needle(owner)
    booked(owner, ines.id)
    off = booked(owner, ines.id, NOON.replace("T12", "T15"), client=on_file(owner, "Ada Yule").id)
    perform(owner, cancel_booking, off.id)
    async with looking(owner, draw, f"{DAY}&view=month") as user:
        await user.should_see("Bo Lind")
        calendar = found(user, Calendar)
        assert calendar.props["shown"]["counts"] == {NOON[:10]: "1 booked"}
        for hour in range(13, 18):
            booked(owner, ines.id, NOON.replace("T12", f"T{hour}"), client=off.client_id)
        await user.should_see("3 more")
        assert len(calendar.booked) == 4
        user.find(kind=Calendar).trigger("turned", NOON[:10])
        await until(lambda: calendar.props["shown"]["view"] == "day")
        assert calendar.props["shown"]["day"] == NOON[:10]
        user.find(kind=Calendar).trigger("turned", "some day")


async def test_a_week_is_drawn_first_and_its_lights_and_those_who_wait_follow(owner: Actor) -> None:
    booked(owner, needle(owner).id)
    perform(owner, add_to_waitlist, on_file(owner, "Ada Yule").id, {"minutes": 60})
    lit: list[bool] = []

    async def drawing() -> None:
        await draw()
        lit.extend(one.props["shown"]["lit"] for one in ElementFilter(kind=Calendar))

    async with looking(owner, drawing, f"{DAY}&view=week") as user:
        await user.should_see("Bo Lind")
        assert lit == [False]
        await until(lambda: found(user, Calendar).booked[0].marks == (("wait", "Not sent"),))
        await user.should_see("Ada Yule")
        UserInteraction(user, {found(user, ui.button, title="Later")}, "Later").click()
        await until(lambda: not found(user, Calendar).booked)
        assert found(user, Calendar).props["shown"]["lit"], "whatever is drawn from then on is whole at once"


async def test_whoever_fills_a_gap_best_stands_first_beside_it(owner: Actor) -> None:
    needle(owner, styles=["lettering"])
    for name, wish in (("Ada Yule", {"minutes": 60}), ("Bo Lind", {"minutes": 120, "style": "lettering"})):
        perform(owner, add_to_waitlist, on_file(owner, name).id, wish)
    perform(owner, add_to_waitlist, on_file(owner, "Cy Moss").id, {"minutes": 60, "days": ["sun"]})
    async with looking(owner, draw, DAY) as user:
        await user.should_see("No gap that day")
        names = ("Ada Yule", "Bo Lind", "Cy Moss")
        seen = (
            [one for one in user.client.elements.values() if getattr(one, "text", "") in names] if user.client else []
        )
        assert [getattr(one, "text", "") for one in seen] == ["Bo Lind", "Ada Yule", "Cy Moss"]


async def test_a_deposit_is_noted_with_one_press_and_taken_back(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    perform(owner, note_deposit, one.id, "due", Money(4000, one.currency))
    perform(owner, check_in_booking, one.id)

    def state() -> str:
        return ask(owner, booking, one.id).booking.deposit_state

    async with looking(owner, lambda: draw_booking("BK-0001"), "/bookings/BK-0001") as user:
        await user.should_see("Deposit due")
        await user.should_see("noted where the deposit of BK-0001 stands")
        press(user, "Deposit taken")
        await until(lambda: state() == "recorded")
        await user.should_see("Not taken after all")
        user.find("Undo").click()
        await until(lambda: state() == "due")


async def test_a_calendar_without_columns_says_where_they_come_from(owner: Actor) -> None:
    async with looking(owner, draw, DAY) as user:
        await user.should_see("No artists yet")
    async with looking(owner, draw, f"{DAY}&by=stations") as user:
        await user.should_see("No stations yet")


async def test_a_booking_says_what_is_done(owner: Actor) -> None:
    services = [offered(owner, name).id for name in ("Lettering", "Touch-up")]
    booked(owner, needle(owner).id, services=services)
    async with looking(owner, draw, DAY) as user:
        await user.should_see("Lettering, Touch-up")


async def test_before_it_is_cancelled_it_says_what_becomes_of_the_deposit(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    perform(owner, note_deposit, one.id, "due", Money(4000, one.currency))
    async with looking(owner, lambda: draw_booking("BK-0001"), "/bookings/BK-0001") as user:
        await user.should_see("Cancel the booking…")
        pick(user, "Cancel the booking…")
        await user.should_see("The deposit stays for the next booking.")
        found(user, SegField).value = "studio"
        await user.should_see("The deposit is paid back.")
