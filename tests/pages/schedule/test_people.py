"""Artists, stations and those who wait, on screen: entered, changed, followed, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from components.form import DateField
from components.pickers.picker import Choice, Picker
from components.table import DataTable
from pages.schedule.artist import draw as draw_artist
from pages.schedule.artist_form import draw_edit, draw_new
from pages.schedule.artists import draw as draw_artists
from pages.schedule.hours_field import ArtistHours
from pages.schedule.stations import draw as draw_stations
from pages.schedule.waitlist import draw as draw_waitlist
from studio.kernel.actor import Actor
from studio.kernel.house import House, house
from studio.kernel.work import ask, perform
from studio.schedule.actions import add_absence, add_certificate, add_to_waitlist, edit_artist
from studio.schedule.queries import (
    absences,
    artist_by_code,
    artists,
    bookings_of,
    certificates,
    closures,
    list_artists,
    stations,
    waitlist,
)
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import booked, chair, needle, soon
from tests.pages.clients.looking import found, looking, until
from tests.pages.desks import press


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def today() -> date:
    return house().clock.now().date()


async def test_an_artist_is_taken_in_with_hours_as_people_write_them(owner: Actor) -> None:
    async with looking(owner, draw_new, "/artists/new") as user:
        await user.should_see("New artist")
        user.find("Name *").type("Ines Duarte")
        hours = found(user, ArtistHours)
        hours.field.value = {"mon": "10-13, 14:00–18"}
        press(user, "Add the artist")
        await until(lambda: ask(owner, artists))
        assert ask(owner, artists)[0].hours == {"mon": [["10:00", "13:00"], ["14:00", "18:00"]]}
    async with looking(owner, lambda: draw_edit("AR-0001"), "/artists/AR-0001/edit") as user:
        await user.should_see("Ines Duarte")
        found(user, ArtistHours).field.value = {"mon": "in the morning"}
        press(user, "Save changes")
        await user.should_see("Write opening hours like 10:00–13:00")
        found(user, ArtistHours).field.value = {"mon": "", "sat": "12–18"}
        press(user, "Save changes")
        await until(lambda: ask(owner, artist_by_code, "AR-0001").hours == {"sat": [["12:00", "18:00"]]})


async def test_the_list_warns_of_papers_that_end_and_follows(owner: Actor) -> None:
    one = needle(owner, styles=["blackwork"])
    async with looking(owner, draw_artists, "/artists") as user:
        await user.should_see("blackwork")
        ends = {"kind": "first_aid", "expires_on": today() + timedelta(days=5)}
        perform(owner, add_certificate, one.id, ends)
        await user.should_see("First aid course: ends in 5 days")
        perform(owner, edit_artist, one.id, {"name": "Ines D."})
        await user.should_see("Ines D.")
        user.find(kind=DataTable).trigger("act", {"name": "archive", "ids": [str(one.id)]})
        await user.should_see("Ines D. is archived.")
        user.find("Undo").click()
        await until(lambda: ask(owner, list_artists).total == 1)


async def test_days_off_and_papers_are_entered_on_the_artists_page(owner: Actor) -> None:
    one = needle(owner)
    booked(owner, one.id)
    async with looking(owner, lambda: draw_artist("AR-0001"), "/artists/AR-0001") as user:
        await user.should_see("Bo Lind")
        press(user, "Enter days")
        await user.should_see("When is Ines Duarte away?")
        press(user, "Enter these days")
        await until(lambda: found(user, DateField, label="First day *").error == "Enter the day.")
        found(user, DateField, label="First day *").value = today().strftime("%d/%m/%Y")
        press(user, "Enter these days")
        await user.should_see("The days are entered. Bookings on them stay.")
        assert len(ask(owner, absences, today(), today())) == 1
        press(user, "Enter a certificate")
        await user.should_see("Certificate of Ines Duarte")
        user.find("Number").type("TL-9")
        press(user, "Save")
        await user.should_see("The certificate is on file.")
        held = ask(owner, certificates, one.id)
        assert [(paper.kind, paper.number) for paper in held] == [("licence", "TL-9")]
        await user.should_see("No expiry")
        press(user, "End")
        await user.should_see("It no longer counts.")
        press(user, "End it")
        await until(lambda: ask(owner, certificates, one.id) == [])


async def test_whoever_may_only_look_enters_nothing_and_reads_no_papers(owner: Actor) -> None:
    one = needle(owner, phone="+442079460000")
    perform(owner, add_certificate, one.id, {"kind": "licence", "number": "TL-9"})
    perform(owner, add_absence, one.id, {"kind": "sick", "from_on": today(), "note": "flu"})
    async with looking(signed_in("viewer"), lambda: draw_artist("AR-0001"), "/artists/AR-0001") as user:
        await user.should_see("Day off")
        for hidden in ("TL-9", "flu", "Sick", "7946", "Enter days", "Enter a certificate", "Edit"):
            await user.should_not_see(hidden)


async def test_stations_are_set_up_and_the_studio_is_shut(owner: Actor) -> None:
    async with looking(owner, draw_stations, "/stations") as user:
        await user.should_see("No stations yet")
        press(user, "New station")
        await user.should_see("Equipment")
        press(user, "Set it up")
        await user.should_see("Enter a name.")
        user.find("Name *").type("Long bench")
        press(user, "Set it up")
        await user.should_see("Long bench is set up as ST-01.")
        chair(owner, "Quiet room")
        await user.should_see("Quiet room")
        assert [one.name for one in ask(owner, stations)] == ["Long bench", "Quiet room"]
        press(user, "Enter days")
        await user.should_see("When is the studio shut?")
        found(user, DateField, label="First day *").value = today().strftime("%d/%m/%Y")
        user.find("Why *").type("Convention")
        press(user, "Enter these days")
        await user.should_see("The days are entered.")
        assert len(ask(owner, closures, today(), today())) == 1


async def test_days_with_bookings_show_them_before_they_are_closed(owner: Actor) -> None:
    one = needle(owner)
    booked(owner, one.id, starts_local=None, starts_at=soon())
    async with looking(owner, draw_stations, "/stations") as user:
        await user.should_see("Not entered yet")
        press(user, "Enter days")
        await user.should_see("When is the studio shut?")
        found(user, DateField, label="First day *").value = today().strftime("%d/%m/%Y")
        found(user, DateField, label="Last day").value = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
        user.find("Why *").type("Convention")
        press(user, "Enter these days")
        await user.should_see("1 booking stands on these days")
        await user.should_see("Bo Lind")
        assert ask(owner, closures, today(), today()) == []
        press(user, "Close the days all the same")
        await user.should_see("The days are entered.")
        assert len(ask(owner, closures, today(), today())) == 1


async def test_whoever_waits_is_listed_and_booked_into_the_first_gap(owner: Actor) -> None:
    needle(owner)
    ada = on_file(owner, "Ada Yule")
    async with looking(owner, draw_waitlist, "/waitlist") as user:
        await user.should_see("Nobody waits")
        press(user, "Put somebody on the waitlist")
        await user.should_see("Days that suit; none for any")
        press(user, "Put on the waitlist")
        await until(lambda: found(user, Picker).props.get("error"))
        found(user, Picker).show(Choice(str(ada.id), "Ada Yule"))
        press(user, "Put on the waitlist")
        await user.should_see("They are on the waitlist.")
        await user.should_see("Session, 1 h")
        bo = on_file(owner, "Bo Lind")
        perform(owner, add_to_waitlist, bo.id, {"minutes": 60, "until_on": today() - timedelta(days=1)})
        await user.should_see("Nothing free within 14 days")
        press(user, "Book it")
        await user.should_see("is booked from the waitlist")
        assert [one.client for one in ask(owner, waitlist)] == ["Bo Lind"]
        assert len(ask(owner, bookings_of, ada.id)) == 1
        assert soon() > ask(owner, bookings_of, ada.id)[0].starts_at - timedelta(days=15)
