"""A time the clocks leap over, or show twice, is asked: by the verb, by programs, and on screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import run
from pages.plain import plain_app
from pages.schedule.trying import book
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import create_booking, move_booking
from studio.schedule.queries import booking
from studio.schedule.refusals import FoldTime, GapTime
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle
from tests.pages.clients.looking import looking, until
from tests.pages.desks import press
from tests.pages.visiting import visitor

GAP, FOLD = "2027-03-28T01:30", "2027-10-31T01:30"
BEFORE, AFTER = datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
FIRST, SECOND = datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
"""London: the clocks go on in the night of 28 March, and back in the night of 31 October."""


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def told(artist: object, **when: Any) -> dict[str, Any]:
    return {"kind": "block", "title": "Night shift", "artist_id": artist, "minutes": 60, **when}


def test_the_verbs_ask_with_both_moments_and_take_either(owner: Actor) -> None:
    artist = needle(owner).id
    known = booked(owner, artist)
    for start, refusal, choices in ((GAP, GapTime, (BEFORE, AFTER)), (FOLD, FoldTime, (FIRST, SECOND))):
        with pytest.raises(refusal) as made:
            perform(owner, create_booking, told(artist, starts_local=start))
        with pytest.raises(refusal) as moved:
            perform(owner, move_booking, known.id, {"starts_local": start})
        assert made.value.choices == moved.value.choices == choices
        for moment in choices:
            one = perform(owner, create_booking, told(artist, starts_local=start, starts_at=moment))
            assert (one.starts_at, one.ends_at - one.starts_at) == (moment, known.ends_at - known.starts_at)
    assert (
        perform(owner, move_booking, known.id, {"starts_local": FOLD, "fold": "second", "override": "both"}).moves == 0
    )


async def test_programs_are_asked_and_say_which(owner: Actor) -> None:
    artist = str(needle(owner).id)
    async with visitor("en", "desk", plain_app(run.rooms()), owner) as program:

        async def sent(**when: Any) -> Any:
            return await program.post("/api/v1/bookings", json=told(artist, **when))

        gap, fold = await sent(starts_local=GAP), await sent(starts_local=FOLD)
        both = [await sent(starts_local=FOLD, fold=which) for which in ("first", "second")]
        after = await sent(starts_at=AFTER.isoformat())
    assert (gap.status_code, fold.status_code) == (409, 409)
    assert "00:30" in gap.json()["detail"]
    assert "02:30" in gap.json()["detail"]
    starts = [datetime.fromisoformat(one.json()["starts_at"]) for one in both]
    assert starts == [FIRST, SECOND]
    assert after.json()["starts_local"] == "2027-03-28T02:30"


@pytest.mark.parametrize(("start", "words", "moment"), [(GAP, "02:30", AFTER), (FOLD, "The second", SECOND)])
async def test_on_screen_both_are_offered(owner: Actor, start: str, words: str, moment: datetime) -> None:
    known = booked(owner, needle(owner).id)

    async def draw() -> None:
        from nicegui import ui

        ui.button("Try", on_click=lambda: book(move_booking, {"starts_local": start}, known.id))

    async with looking(owner, draw) as user:
        press(user, "Try")
        await user.should_see("Which time is meant?")
        press(user, words)
        await until(lambda: ask(owner, booking, known.id).booking.starts_at == moment)
