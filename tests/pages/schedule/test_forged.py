"""What a browser may say although no screen would: nothing changes, and the page goes on."""

from __future__ import annotations

import pytest
from nicegui import ui

from components.calendar import Calendar
from components.form.choices import SegField
from pages.schedule.artist import draw as draw_artist
from pages.schedule.calendar import draw
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import edit_artist
from studio.schedule.queries import booking
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import NOON, booked, needle
from tests.pages.clients.looking import looking


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_what_no_screen_would_send_changes_nothing(owner: Actor) -> None:
    ines = needle(owner)
    one = booked(owner, ines.id)
    async with looking(owner, draw, f"/calendar?day={NOON[:10]}") as user:
        await user.should_see("Bo Lind")
        for old in ({}, {"start": None, "end": 5}, {"start": "x", "end": []}):
            told = {"id": one.id.hex, "start": NOON, "end": "2027-06-16T13:00", "place": ines.id.hex, "old": old}
            user.find(kind=Calendar).trigger("moved", told)
        for field in user.find(kind=SegField).elements:
            field.value = "nowhere"
        booked(owner, ines.id, "2027-06-16T15:00", client=on_file(owner, "Ada Berg").id)
        await user.should_see("Ada Berg")
        assert ask(owner, booking, one.id).booking.starts_local == NOON
    async with looking(owner, lambda: draw_artist(ines.code), "/artists/AR-0001") as user:
        await user.should_see("Calendar app")
        for tabs in user.find(kind=ui.tabs).elements:
            tabs.value = "nowhere"
        perform(owner, edit_artist, ines.id, {"name": "Ines Duarte Leal"})
        await user.should_see("Ines Duarte Leal")
        await user.should_see("Calendar app")
