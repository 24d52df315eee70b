"""The day on Today: lanes, what a card says and does, whose day it is."""

from __future__ import annotations

import pytest
from nicegui import ui

from components.lane import Act, Board, Lane, Strip
from studio.consent.actions import open_ceremony
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import cancel_booking, check_in_booking, reopen_booking
from studio.schedule.queries import booking
from studio.schedule.queries.lights import lights_of
from studio.schedule.queries.today import day_of_work
from tests.factories.clients import counted_statements, on_file
from tests.factories.consents import adult
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import booked, chair, needle
from tests.factories.services import offered, pounds
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open
from tests.pages.home.board import DAY, lane, names, tap, tapped, titles


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
    assert lane(desk, "chair")[0].marks[-1] == ("warn", "Begun all the same: signed on paper")


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
    perform(owner, reopen_booking, one.id)
    await until(lambda: titles(user, "expected") == ["Bo Lind"])
    perform(owner, cancel_booking, one.id, "studio")
    await until(lambda: not titles(user, "expected"))
    assert titles(user, "done") == []
    await user.should_see("0 bookings · 0 done")


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
