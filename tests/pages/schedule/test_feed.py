"""Calendars at addresses: made once, read by apps, ended; and files to take along or hand to a client."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI
from icalendar import Calendar

import run
from pages.plain import plain_app
from pages.schedule.artist import draw as draw_artist
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import archive_artist, cancel_booking, end_feed, make_feed, move_booking
from studio.schedule.queries import address_of
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import booked, needle, soon
from tests.pages.clients.looking import looking, until
from tests.pages.desks import press
from tests.pages.visiting import visitor

LONG = "Wilhelmina Ångström-Żółkiewska, geb. O'Brien; «Tide» 🐉"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def app(studio: House) -> FastAPI:
    return plain_app(run.rooms())


def at(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M}"


def events(answer: httpx.Response) -> dict[str, dict[str, object]]:
    """Code → what an app makes of the event."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    read = Calendar.from_ical(answer.text)
    return {
        re.findall(r"BK-\d+", f"{one['summary']} {one.get('description', '')}")[0]: {
            "uid": str(one["uid"]),
            "title": str(one["summary"]),
            "status": str(one["status"]),
            "sequence": one["sequence"],
            "start": one.decoded("dtstart"),
        }
        for one in read.walk("VEVENT")
    }


async def test_an_app_reads_one_artist_and_nobody_elses_contact(app: FastAPI, owner: Actor) -> None:
    perform(owner, change_setting, "studio.zone", "UTC")
    mine, other = needle(owner), needle(owner, "Kim")
    known = on_file(owner, LONG, phone="+442079460000").id
    one = booked(owner, mine.id, at(soon(600)), known, note="asks about a rash")
    gone = booked(owner, mine.id, at(soon(900)))
    booked(owner, other.id, at(soon(600)))
    perform(owner, cancel_booking, gone.id)
    token = perform(owner, make_feed, mine.id)
    async with visitor("en", "lan", app) as phone:
        first = await phone.get(f"/feed/{token}.ics")
        before = events(first)
        again = await phone.get(f"/feed/{token}.ics", headers={"if-none-match": first.headers["etag"]})
        head = await phone.head(f"/feed/{token}.ics")
        perform(owner, move_booking, one.id, {"starts_local": at(soon(1200)), "minutes": 90})
        changed = await phone.get(f"/feed/{token}.ics", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, head.status_code) == (304, b"", 200)
    assert set(before) == {one.code, gone.code}
    assert before[one.code]["title"] == f"Wilhelmina: Session {one.code}"
    assert before[gone.code]["status"] == "CANCELLED"
    assert not [told for told in ("7946", "2079", "rash", "O'Brien") if told in first.text]
    after = events(changed)[one.code]
    assert after["uid"] == before[one.code]["uid"]
    assert (before[one.code]["sequence"], after["sequence"]) == (0, 1)
    assert after["start"] == soon(1200)


async def test_every_other_token_sees_the_one_neutral_page(app: FastAPI, owner: Actor) -> None:
    ended, away, replaced = needle(owner), needle(owner, "Kim"), needle(owner, "Noor")
    tokens = [perform(owner, make_feed, one.id) for one in (ended, away, replaced)]
    perform(owner, end_feed, ended.id)
    perform(owner, archive_artist, away.id)
    living = perform(owner, make_feed, replaced.id)
    async with visitor("en", "lan", app) as phone:
        neutral = (await phone.get("/feed/nobody-ever-made-this.ics")).text
        for token in (*tokens, living.upper(), living[:-1], "x"):
            answer = await phone.get(f"/feed/{token}.ics")
            assert (answer.status_code, answer.text) == (404, neutral), token
        assert (await phone.get(f"/feed/{living}.ics")).status_code == 200


async def test_files_to_take_along_and_to_hand_to_a_client(app: FastAPI, owner: Actor) -> None:
    perform(owner, change_setting, "studio.zone", "UTC")
    perform(owner, change_setting, "studio.address", "1 Tide Street\nLondon")
    me = signed_in("artist")
    mine, other = needle(owner, user_id=id_of(me)), needle(owner, "Kim")
    known = on_file(owner, LONG).id
    one, far = booked(owner, mine.id, at(soon(600)), known), booked(owner, mine.id, at(soon(60 * 24 * 40)))
    hers = booked(owner, other.id, at(soon(600)))
    day = (soon() + timedelta(days=10)).date()
    async with visitor("en", "desk", app, owner) as desk, visitor("en", "desk", app, me) as artist:
        everybody = events(await desk.get(f"/calendar/bookings.ics?last={day}"))
        kim = events(await desk.get(f"/calendar/bookings.ics?who={other.code}&names=0"))
        own = events(await artist.get("/calendar/bookings.ics"))
        denied = await artist.get(f"/calendar/bookings.ics?who={other.code}")
        wrong = await desk.get("/calendar/bookings.ics?first=soon")
        handed = await desk.get(f"/bookings/{one.code}/booking.ics")
    assert set(everybody) == {one.code, hers.code}
    assert kim[hers.code]["title"] == f"Session {hers.code}"
    assert set(own) == {one.code, far.code}
    assert (denied.status_code, wrong.status_code) == (404, 422)
    told = next(iter(Calendar.from_ical(handed.text).walk("VEVENT")))
    assert (str(told["location"]), str(told["description"])) == (
        "1 Tide Street, London",
        f"Session with Ines Duarte\n{one.code}",
    )
    assert "Wilhelmina" not in handed.text
    assert handed.headers["content-disposition"] == f'attachment; filename="{one.code.lower()}.ics"'


async def test_an_address_is_made_shown_once_renewed_and_ended(owner: Actor) -> None:
    one = needle(owner)
    async with looking(owner, lambda: draw_artist("AR-0001"), "/artists/AR-0001") as user:
        press(user, "Make an address")
        await user.should_see("Whoever knows the address reads the bookings")
        press(user, "Make the address")
        await user.should_see("/feed/")
        await user.should_see("Thunderbird")
        press(user, "Done")
        await user.should_see("A private address is in use")
        known = ask(owner, address_of, one.id)
        assert known
        assert known.with_names
        press(user, "New address")
        await user.should_see("stops working at once")
        press(user, "Cancel")
        press(user, "End it")
        await user.should_see("Apps that read it get nothing any more.")
        perform(owner, end_feed, one.id)
        await until(lambda: ask(owner, address_of, one.id) is None)
        await user.should_see("Make an address")
    async with looking(signed_in("reception"), lambda: draw_artist("AR-0001"), "/artists/AR-0001") as user:
        await user.should_see("Ines Duarte")
        await user.should_not_see("Calendar app")
