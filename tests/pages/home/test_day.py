"""The day on Today: lanes, what a card says and does, whose day it is, and a walk-in in two taps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from nicegui import ui
from nicegui.testing import User
from nicegui.testing.user_interaction import UserInteraction

from components.lane import Act, Board, BoardCard, Lane, Strip
from components.pickers.picker import Choice, Picker
from studio.consent.actions import open_ceremony
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.time import Clock
from studio.kernel.work import ask, perform
from studio.schedule.actions import cancel_booking, check_in_booking, start_session
from studio.schedule.queries import booking, list_bookings
from studio.schedule.queries.lights import lights_of
from studio.schedule.queries.today import day_of_work
from tests.factories.clients import counted_statements, on_file
from tests.factories.clock import later
from tests.factories.consents import adult
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import NOON, booked, chair, needle
from tests.factories.services import offered, pounds
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press

DAY = NOON[:10]
AT = datetime(2027, 6, 16, 11, 11, tzinfo=UTC)
"""Eleven past twelve on the studio's wall: the next start is four minutes away."""


@pytest.fixture
def owner(studio: House) -> Actor:
    """Somebody at the desk on a Wednesday in June."""
    later(studio).wait(seconds=(AT - Clock().now()).total_seconds())
    return signed_in("owner")


def lane(user: User, key: str) -> list[BoardCard]:
    assert user.client
    boards = [one for one in user.client.elements.values() if isinstance(one, Board)]
    return [card for board in boards for one in board.lanes if one.key == key for card in one.cards]


def titles(user: User, key: str) -> list[str]:
    return [card.title for card in lane(user, key)]


def names(user: User) -> set[str]:
    """Everybody on the board."""
    lanes = ("now", "expected", "waiting", "chair", "tomorrow", "done")
    return {card.title for key in lanes for card in lane(user, key) if not card.gap}


def tap(user: User, card: BoardCard, act: str = "") -> None:
    """As the browser tells it."""
    assert card.act
    user.find(kind=Board).trigger("act", {"id": card.id, "act": act or card.act.key})


def choose(user: User, words: str) -> None:
    """Press the button these words stand in."""
    (part,) = user.find(words).elements
    while part.tag != "button":
        assert part.parent_slot
        part = part.parent_slot.parent
    UserInteraction(user, {part}, words).click()


async def tapped(user: User, key: str, name: str, *, to: str) -> None:
    """The one act of a card takes it to the next lane."""
    await until(lambda: name in titles(user, key), f"{name} is not among {key}")
    tap(user, next(card for card in lane(user, key) if card.title == name))
    await until(lambda: name in titles(user, to), f"{name} did not come to {to}")


async def test_somebody_goes_through_the_lanes_and_other_desks_follow(owner: Actor, open_at: Open) -> None:
    ines = needle(owner)
    booked(owner, ines.id, f"{DAY}T12:30", kind="consult")
    desk, other = await open_at(signed_in("reception")), await open_at(owner)
    await tapped(desk, "expected", "Bo Lind", to="waiting")
    await desk.should_see("Bo Lind is here.")
    await until(lambda: titles(other, "waiting") == ["Bo Lind"])
    await tapped(desk, "waiting", "Bo Lind", to="chair")
    assert lane(desk, "chair")[0].progress
    await tapped(other, "chair", "Bo Lind", to="done")
    await until(lambda: titles(desk, "done") == ["Bo Lind"])
    other.find("Undo").click()
    await until(lambda: titles(desk, "chair") == ["Bo Lind"])


async def test_what_is_missing_is_named_with_the_way_to_it_and_the_owner_may_say_why(
    owner: Actor, open_at: Open
) -> None:
    one = booked(owner, needle(owner).id, f"{DAY}T12:15", services=[offered(owner).id])
    perform(owner, check_in_booking, one.id)
    desk = await open_at(signed_in("reception"))
    await until(lambda: titles(desk, "waiting") == ["Bo Lind"])
    tap(desk, lane(desk, "waiting")[0])
    await desk.should_see("Bo Lind cannot begin yet")
    await desk.should_see("No consent to this is signed and witnessed yet.")
    await desk.should_see("Let them sign")
    await desk.should_not_see("Begin all the same")
    hers = await open_at(owner)
    await until(lambda: titles(hers, "waiting") == ["Bo Lind"])
    tap(hers, lane(hers, "waiting")[0])
    await hers.should_see("Begin all the same, because *")
    hers.find("Begin all the same, because *").type("signed on paper")
    hers.find(kind=ui.button, content="Begin all the same").click()
    await until(lambda: titles(desk, "chair") == ["Bo Lind"])
    assert {told.reason for told in ask(owner, booking, one.id).overrides} == {"signed on paper"}


async def test_a_card_says_what_one_wants_to_know(owner: Actor, open_at: Open) -> None:
    place = chair(owner)
    ines = needle(owner, "Ines Duarte", colour=4)
    service = offered(owner, "Fern, forearm", price=pounds(180), price_kind="fixed")
    booked(owner, ines.id, f"{DAY}T14:00", station_id=place.id, services=[service.id])
    user = await open_at(signed_in("reception"))
    await until(lambda: titles(user, "expected") == ["Bo Lind"])
    (card,) = lane(user, "expected")
    assert (card.time, card.length, card.place, card.tags) == ("14:00", "1 h", "Chair 1", ("First visit",))
    assert (card.artist, card.pigment, card.line) == ("Ines D.", 4, "Fern, forearm")
    assert card.marks[0] == ("wait", "Not sent")
    assert card.act == Act("send", "Send form")
    assert [(one.label, one.amount) for one in card.money] == [("Deposit", "–"), ("Balance", "£180.00")]
    assert [(one.name, one.words) for one in found(user, Strip).people] == [("Ines D.", "Free to 14:00")]


async def test_a_light_changes_as_its_client_signs(owner: Actor, open_at: Open) -> None:
    client = adult("Bo Lind")
    booked(owner, needle(owner).id, f"{DAY}T14:00", client=client.id)
    user = await open_at(owner)
    await until(lambda: [card.marks for card in lane(user, "expected")] == [(("wait", "Not sent"),)])
    perform(owner, open_ceremony, client.id)
    await until(lambda: [card.marks[0][1] for card in lane(user, "expected")] == ["Sent, not opened"])
    assert lane(user, "expected")[0].act == Act("check_in", "Check in")


async def test_who_looks_on_has_no_acts_and_an_inspector_no_board(owner: Actor, open_at: Open) -> None:
    booked(owner, needle(owner).id, f"{DAY}T12:30", kind="consult")
    viewer = await open_at(signed_in("viewer"))
    await until(lambda: titles(viewer, "expected") == ["Bo Lind"])
    assert lane(viewer, "expected")[0].act is None
    assert not [one for one in found(viewer, Board).lanes if one.step]
    with pytest.raises(AssertionError):
        found(await open_at(signed_in("inspector")), Board)


async def test_a_guest_artist_sees_their_own_day_alone(owner: Actor, open_at: Open) -> None:
    me = signed_in("guest_artist")
    mine, other = needle(owner, "Gus Gast", user_id=id_of(me)), needle(owner)
    booked(owner, mine.id, f"{DAY}T12:30", kind="consult")
    booked(owner, other.id, f"{DAY}T12:30", kind="consult", client=on_file(owner, "Ada Yule").id)
    user = await open_at(me)
    await until(lambda: names(user) == {"Bo Lind"})
    assert found(user, Board).props["layout"] == "day"
    await tapped(user, "expected", "Bo Lind", to="now")


async def test_an_artists_home_is_their_day_with_its_gaps_and_tomorrow(owner: Actor, open_at: Open) -> None:
    me = signed_in("artist")
    mine = needle(owner, "Ines Duarte", user_id=id_of(me))
    booked(owner, mine.id, f"{DAY}T14:00", kind="consult")
    booked(owner, mine.id, "2027-06-17T10:00", kind="consult", client=on_file(owner, "Ada Yule").id)
    other = needle(owner, "Kofi Mensah")
    booked(owner, other.id, f"{DAY}T13:00", kind="consult", client=on_file(owner, "Cy Twombly").id)
    user = await open_at(me)
    await until(lambda: titles(user, "tomorrow") == ["Ada Yule"])
    assert [card.title.split(",")[0] for card in lane(user, "expected")] == [
        "Free to 14:00",
        "Bo Lind",
        "Free to 00:00",
    ]
    assert names(user) == {"Bo Lind", "Ada Yule"}
    everybody = await open_at(me, "/?whose=all")
    await until(lambda: names(everybody) == {"Bo Lind", "Cy Twombly"})


async def test_a_long_lane_is_folded_and_unfolds(owner: Actor, open_at: Open) -> None:
    who = on_file(owner, "Bo Lind").id
    for n in range(9):
        booked(owner, needle(owner, f"Needle {n}").id, f"{DAY}T{13 + n}:00", kind="consult", client=who)
    user = await open_at(owner)
    await user.should_see("4 more from 18:00")
    assert len(lane(user, "expected")) == 5
    user.find(kind=Board).trigger("more", "expected")
    await until(lambda: len(lane(user, "expected")) == 9)
    await user.should_see("9 bookings · 0 done")


async def test_what_was_called_off_today_ends_among_what_is_done(owner: Actor, open_at: Open) -> None:
    one = booked(owner, needle(owner).id, f"{DAY}T15:00", kind="consult")
    user = await open_at(owner)
    await until(lambda: titles(user, "expected") == ["Bo Lind"])
    perform(owner, cancel_booking, one.id, "client")
    await until(lambda: titles(user, "done") == ["Bo Lind"])
    assert lane(user, "done")[0].marks == (("none", "Cancelled by the client"),)
    await user.should_see("0 bookings · 0 done")


async def test_a_walk_in_is_booked_with_whoevers_turn_it_is_and_checked_in(owner: Actor, open_at: Open) -> None:
    ines = needle(owner)
    kofi = needle(owner, "Kofi Mensah")
    perform(owner, start_session, booked(owner, ines.id, NOON, kind="consult").id)
    ada, flash = on_file(owner, "Ada Yule"), offered(owner, "Flash, small", minutes=45)
    user = await open_at(signed_in("reception"))
    await user.should_see("Nobody is waiting")
    press(user, "Walk-in")
    await user.should_see("Whose turn it is")
    press(user, "Book and check in")
    await until(lambda: found(user, Picker).props.get("error") == "Choose who it is, or let them register first.")
    await found(user, Picker)._picked(Choice(str(ada.id), ada.name))
    choose(user, "Flash, small")
    await user.should_see("now to 13:00")
    press(user, "Book and check in")
    await user.should_see("Ada Yule is booked with Kofi Mensah, 12:15 to 13:00.")
    await until(lambda: titles(user, "waiting") == ["Ada Yule"])
    assert lane(user, "waiting")[0].tags == ("Walk-in", "First visit")
    (made,) = ask(owner, list_bookings, kind="walk_in").items
    assert (made.artist_id, made.status) == (kofi.id, "checked_in")
    assert flash.name in lane(user, "waiting")[0].line


async def test_where_nobody_has_time_a_walk_in_is_sent_to_the_waitlist(owner: Actor, open_at: Open) -> None:
    needle(owner, hours={"mon": [["10:00", "18:00"]]})
    user = await open_at(signed_in("reception"))
    await user.should_see("Nobody is waiting")
    press(user, "Walk-in")
    await user.should_see("Nobody has 1 h free today.")
    await user.should_see("Put them on the waitlist")


async def test_a_new_studio_is_led_to_its_first_artist(owner: Actor, open_at: Open) -> None:
    user = await open_at(owner)
    await user.should_see("Nobody is expected")
    steps = {one.key: one.step.word for one in found(user, Board).lanes if one.step}
    assert steps["expected"] == "Add an artist"
    assert found(user, Lane, title="Inbox").props["empty"] == "No form waits"


def test_the_day_costs_the_same_statements_however_much_is_booked(owner: Actor, studio: House) -> None:
    artist, who, flash = needle(owner).id, on_file(owner, "Bo Lind").id, offered(owner).id
    counts = []
    for hour in (13, 15, 17, 19):
        booked(owner, artist, f"{DAY}T{hour}:00", client=who, services=[flash])
        with counted_statements(studio) as sent:
            day = ask(owner, day_of_work)
            lights = ask(owner, lights_of, [one.booking.id for one in day.cards])
        counts.append(len(sent))
    assert (len(day.cards), len(lights), len(set(counts))) == (4, 4, 1)
