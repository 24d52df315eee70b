"""Checking in by code at the desk: one tap for whoever is expected, and a way on for whoever is not."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from nicegui import ui
from nicegui.testing import User

from pages.schedule.arrivals import draw
from studio.clients.actions import archive_client
from studio.clients.codes import code_text
from studio.clients.models import Client
from studio.kernel.actor import Actor
from studio.kernel.house import House, house
from studio.kernel.work import ask, perform
from studio.schedule.actions import check_in_booking
from studio.schedule.queries import booking, bookings_of
from tests.factories.clients import on_file
from tests.factories.clock import later
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle
from tests.pages.clients.looking import found, looking, until
from tests.pages.desks import press


@pytest.fixture
def owner(studio: House) -> Actor:
    """It is eight in the morning, whenever the test is run."""
    zone = ZoneInfo(studio.settings["studio.zone"])
    now = studio.clock.now().astimezone(zone)
    eight = datetime.combine(now.date() + timedelta(days=1), time(8), zone)
    later(studio).wait(seconds=int((eight - now).total_seconds()))
    return signed_in("owner")


def today(owner: Actor, client: Client, hour: int, **details: Any) -> Any:
    day = house().clock.today(house().settings["studio.zone"]) + timedelta(days=details.pop("days", 0))
    artist = details.pop("artist", None) or needle(owner, f"Teo {hour}")
    return booked(owner, artist.id, f"{day}T{hour:02}:00", client.id, kind="consult", **details)


def scan(user: User, client: Client, text: str = "") -> None:
    """A hand scanner types and presses Enter."""
    found(user, ui.input).value = text or code_text(house(), client.code)
    user.find(kind=ui.input).trigger("keydown.enter")


def buttons(user: User, words: str) -> list[Any]:
    assert user.client
    return [one for one in user.client.elements.values() if one.tag == "q-btn" and one.props.get("label") == words]


async def test_one_tap_checks_in_whoever_is_expected_and_a_second_scan_says_so(owner: Actor) -> None:
    client, desk = on_file(owner, "Ana Pereira"), signed_in("reception")
    made = today(owner, client, 22)
    async with looking(desk, draw, "/arrivals") as user:
        scan(user, client)
        await user.should_see("Ana Pereira")
        await user.should_see("Consultation with Teo 22")
        press(user, "Check in")
        await until(lambda: ask(desk, booking, made.id).booking.status == "checked_in")
        await user.should_see("Checked in since")
        scan(user, client)
        await user.should_see("Checked in since")
        assert not buttons(user, "Check in")


async def test_of_several_bookings_each_has_its_button(owner: Actor) -> None:
    client = on_file(owner)
    first, second = today(owner, client, 21), today(owner, client, 22)
    perform(owner, check_in_booking, first.id)
    third = today(owner, client, 23, minutes=30)
    async with looking(owner, draw, "/arrivals") as user:
        scan(user, client)
        await user.should_see("Consultation with Teo 22")
        assert len(buttons(user, "Check in")) == 2
        assert {ask(owner, booking, one.id).booking.status for one in (second, third)} == {"planned"}


async def test_whoever_is_not_expected_hears_when_they_come_and_can_stay_as_a_walk_in(owner: Actor) -> None:
    client = on_file(owner)
    today(owner, client, 12, days=1)
    async with looking(owner, draw, "/arrivals") as user:
        scan(user, client)
        await user.should_see("Nothing is booked for today.")
        await user.should_see("The next time is")
        press(user, "Book as a walk-in")
        await until(lambda: len(ask(owner, bookings_of, client.id)) == 2)
        await until(lambda: buttons(user, "Check in"))


async def test_codes_that_check_nobody_in_say_why(owner: Actor) -> None:
    gone, other = on_file(owner, "Gone Away"), on_file(owner, "Other Artist's")
    perform(owner, archive_client, gone.id)
    today(owner, other, 22)
    async with looking(signed_in("artist"), draw, "/arrivals") as user:
        scan(user, gone)
        await user.should_see("Gone Away is archived.")
        scan(user, gone, "https://elsewhere.example/x")
        await user.should_see("Not a code of this studio.")
        scan(user, other)
        await user.should_see("Nothing is booked for today.")
