"""Where there is room: free starts, whose turn it is, who of those waiting a gap suits, and calendars taken along."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from studio.kernel.actor import Actor, guest
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.time import TimeRange
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import (
    add_absence,
    add_closure,
    add_to_waitlist,
    book_walk_in,
    cancel_booking,
    edit_waiter,
    end_feed,
    make_feed,
    offer_gap,
    remove_waiter,
    take_gap,
    withdraw_offer,
)
from studio.schedule.queries import (
    booking,
    calendar_file,
    day_of_work,
    feed,
    free_slots,
    list_waiting,
    next_free,
    waiting_for,
    waitlist,
    walk_in_turns,
    working,
)
from studio.schedule.rules.spans import starts_in, within, without
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import NOON, booked, needle

DAY = date(2027, 6, 16)
HOURS = {"wed": [["10:00", "13:00"], ["14:00", "18:00"]]}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def on_the_wall(slots: Any) -> list[str]:
    return [f"{slot.starts_at + timedelta(hours=1):%H:%M}" for slot in slots]


def at(hour: float) -> datetime:
    return datetime(2027, 6, 16, tzinfo=UTC) + timedelta(hours=hour)


def test_what_is_left_of_spans() -> None:
    whole = [TimeRange(at(9), at(12)), TimeRange(at(13), at(17))]
    taken = [TimeRange(at(10), at(10.5)), TimeRange(at(11.5), at(14)), TimeRange(at(17), at(18))]
    left = [TimeRange(at(9), at(10)), TimeRange(at(10.5), at(11.5)), TimeRange(at(14), at(17))]
    assert without(whole, taken) == left
    assert without(whole, [TimeRange(at(0), at(24))]) == []
    assert within(left, [TimeRange(at(9.5), at(11))]) == [TimeRange(at(9.5), at(10)), TimeRange(at(10.5), at(11))]
    assert list(starts_in([TimeRange(at(9.1), at(10))], 30, 15)) == [at(9.25), at(9.5)]
    assert list(starts_in([TimeRange(at(9), at(10))], 30, 15, before=15, after=15)) == [at(9.25)]


def test_free_starts_know_hours_bookings_absences_and_closures(owner: Actor) -> None:
    perform(owner, change_setting, "studio.opening_hours", {"wed": [["12:00", "16:00"]]})
    mine, other = needle(owner, hours=HOURS), needle(owner, "Kim")
    booked(owner, mine.id, "2027-06-16T14:30", buffer_after=30)
    found = ask(owner, free_slots, DAY, 120, artists=[mine.id], step=30)
    assert on_the_wall(found) == ["10:00", "10:30", "11:00", "16:00"]
    assert on_the_wall(ask(owner, free_slots, DAY, 240, step=60)) == ["12:00"]
    found_next = ask(owner, next_free, 60, [mine.id], DAY + timedelta(days=1))
    assert found_next
    assert found_next.starts_at.date() == DAY + timedelta(days=7)
    perform(owner, add_absence, other.id, {"kind": "off", "from_on": DAY})
    perform(owner, add_absence, mine.id, {"kind": "extra", "from_on": DAY, "hours": [["08:00", "09:00"]]})
    assert on_the_wall(ask(owner, free_slots, DAY, 60)) == ["08:00"]
    perform(owner, add_closure, {"from_on": DAY, "reason": "Holiday"})
    assert ask(owner, free_slots, DAY, 60) == []
    assert [one.work for one in ask(owner, working, DAY)] == [(), ()]


def test_a_guest_has_time_during_their_stay(owner: Actor) -> None:
    stay: dict[str, Any] = {"contract": "guest", "guest_from": DAY, "guest_until": DAY}
    needle(owner, hours={day: [["10:00", "11:00"]] for day in ("tue", "wed", "thu")}, **stay)
    found = ask(owner, free_slots, DAY - timedelta(days=1), 60, days=3)
    assert [slot.starts_at.date() for slot in found] == [DAY]


def test_whoever_sees_their_own_bookings_alone_sees_nobody_elses_hours(owner: Actor) -> None:
    me = signed_in("guest_artist")
    mine = needle(owner, "Gus Gast", user_id=id_of(me))
    needle(owner, "Noor Haddad")
    assert [one.name for one in ask(owner, day_of_work, DAY).benches] == ["Gus Gast", "Noor Haddad"]
    assert [one.artist_id for one in ask(me, day_of_work, DAY).benches] == [mine.id]


def test_nor_when_anybody_else_is_free(studio: House, owner: Actor) -> None:
    clock = later(studio)
    clock.by = datetime(2027, 6, 16, 9, tzinfo=UTC) - clock.read()
    owner, me = signed_in("owner"), signed_in("guest_artist")
    mine, other = needle(owner, "Gus Gast", user_id=id_of(me)), needle(owner, "Noor Haddad")
    for who, seen in ((owner, {mine.id, other.id}), (me, {mine.id})):
        assert {one.artist_id for one in ask(who, working, DAY)} == seen
        assert {one.artist_id for one in ask(who, free_slots, DAY, 60)} == seen
        assert {one.artist_id for one in ask(who, walk_in_turns, 60)} == seen
    assert ask(me, free_slots, DAY, 60, artists=[other.id]) == []
    assert ask(me, next_free, 60, [other.id]) is None


def test_walk_ins_go_round(studio: House, owner: Actor) -> None:
    clock = later(studio)
    clock.by = datetime(2027, 6, 16, 9, tzinfo=UTC) - clock.read()
    owner = signed_in("owner")
    three = [needle(owner, name, hours=HOURS) for name in ("Ana", "Bo", "Cai")]
    booked(owner, three[0].id, "2027-06-16T21:00", kind="consult")  # no walk-in: it costs nobody their turn
    assert [slot.artist_id for slot in ask(owner, walk_in_turns, 30)] == [one.id for one in three]
    seen = [perform(owner, book_walk_in, {"minutes": 30}) for _ in range(3)]
    assert {one.artist_id for one in seen} == {one.id for one in three}
    assert (seen[0].kind, seen[0].client_id, seen[0].starts_local[11:13]) == ("walk_in", None, "10")
    for one in three[:2]:
        booked(owner, one.id, "2027-06-16T10:40", client=None, minutes=120)
    assert perform(owner, book_walk_in, {"minutes": 60}).artist_id == three[2].id
    wanted = perform(owner, book_walk_in, {"minutes": 60, "artist_id": three[0].id})
    assert (wanted.artist_id, wanted.starts_local[11:]) == (three[0].id, "14:00")
    perform(owner, change_setting, "schedule.buffer_after", 15)
    for said, kept in ((None, 15), (0, 0)):
        told = {"minutes": 10, "artist_id": three[1].id, "buffer_after": said}
        assert perform(owner, book_walk_in, told).buffer_after == kept
    with pytest.raises(refusals.NobodyIsFree):
        perform(owner, book_walk_in, {"minutes": 300})


def test_those_who_wait_are_ranked_by_how_they_fill_the_gap(owner: Actor) -> None:
    artist, other = needle(owner, styles=["blackwork"]), needle(owner, "Kim")
    client = on_file(owner).id
    wishes: dict[str, dict[str, Any]] = {
        "long": {"minutes": 300},
        "other": {"minutes": 120, "artist_id": other.id},
        "monday": {"minutes": 120, "days": ["mon"]},
        "later": {"minutes": 120, "from_on": DAY + timedelta(days=1)},
        "short": {"minutes": 30},
        "any": {"minutes": 120},
        "style": {"minutes": 120, "style": "blackwork"},
        "wanted": {"minutes": 120, "artist_id": artist.id},
    }
    made = {perform(owner, add_to_waitlist, client, wish).id: name for name, wish in wishes.items()}
    found = ask(owner, waiting_for, artist.id, at(11), 120)
    assert [made[one.id] for one in found] == ["wanted", "style", "any", "short"]


def test_those_who_wait_come_a_page_at_a_time(owner: Actor) -> None:
    names = ["Ana Pereira", "Bo Lind", "Kit Moss"]
    for name in names:
        perform(owner, add_to_waitlist, on_file(owner, name).id, {"minutes": 60})
    pages = [ask(owner, list_waiting, page=page, size=2) for page in (1, 2, 3)]
    assert [[one.client for one in found.items] for found in pages] == [names[:2], names[2:], []]
    assert {found.total for found in pages} == {3}


def test_a_gap_is_offered_taken_or_not(studio: House, owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner, phone="+44 7700 900461").id
    entry = perform(owner, add_to_waitlist, client, {"minutes": 90, "days": ["wed"]})
    perform(owner, edit_waiter, entry.id, {"note": "Evenings"}, 1)
    with pytest.raises(refusals.OfferIsGone):
        perform(owner, take_gap, entry.id)
    perform(owner, offer_gap, entry.id, artist.id, at(11))
    assert ask(owner, waitlist)[0].state == "offered"
    perform(owner, withdraw_offer, entry.id)
    perform(owner, offer_gap, entry.id, artist.id, at(11), 60)
    made = perform(owner, take_gap, entry.id)
    assert (made.client_id, made.starts_local, made.ends_at) == (client, NOON, at(12))
    assert (ask(owner, waitlist), ask(owner, list_waiting, "taken").items[0].booking_id) == ([], made.id)
    with pytest.raises(refusals.WaiterIsUnknown):
        perform(owner, remove_waiter, entry.id)
    second = perform(owner, add_to_waitlist, client, {"minutes": 30})
    dragged = perform(owner, take_gap, second.id, {"artist_id": artist.id, "starts_local": "2027-06-16T15:00"})
    assert dragged.ends_at - dragged.starts_at == timedelta(minutes=30)
    third = perform(owner, add_to_waitlist, client, {"minutes": 30})
    with pytest.raises(refusals.ArtistIsBusy):
        perform(owner, take_gap, third.id, {"artist_id": artist.id, "starts_local": NOON})
    assert ask(signed_in("guest_artist"), waitlist)[0].phone == ""


def test_an_offer_holds_for_its_hours_and_no_longer(studio: House, owner: Actor) -> None:
    clock, artist, client = later(studio), needle(owner), on_file(owner).id
    entry = perform(owner, add_to_waitlist, client, {"minutes": 60})
    perform(owner, offer_gap, entry.id, artist.id, at(11), None, 2)
    clock.wait(hours=2, minutes=1)
    owner = signed_in("owner")
    with pytest.raises(refusals.OfferIsGone):
        perform(owner, take_gap, entry.id)
    perform(owner, take_gap, entry.id, {"artist_id": artist.id, "starts_at": at(11)})


def test_a_private_address_tells_calendar_apps_and_stops_when_it_is_ended(studio: House, owner: Actor) -> None:
    me, phone = signed_in("artist"), guest()
    mine, other = needle(owner, "Inês; Duarte", user_id=id_of(me)), needle(owner, "Kim")
    made = booked(owner, mine.id, client=on_file(owner, "Bartholomew Łukasiewicz-Featherstonehaugh").id)
    gone = booked(owner, mine.id, "2027-06-17T12:00")
    clock = later(studio)
    clock.by = at(0) - clock.read()
    me, owner = signed_in("owner"), signed_in("owner")
    perform(owner, cancel_booking, gone.id)
    token = perform(owner, make_feed, mine.id, with_names=False)
    told = ask(phone, feed, token)
    assert "Łukasiewicz" not in told
    assert "Bartholomew" not in told
    assert f"SUMMARY:Session {made.code}" in told
    assert "DTSTART:20270616T110000Z" in told
    assert told.count("STATUS:CANCELLED") == 1
    named = perform(owner, make_feed, mine.id)
    with pytest.raises(refusals.FeedIsDead):
        ask(phone, feed, token)
    assert "Bartholomew: Session" in ask(phone, feed, named)
    assert "Featherstonehaugh" not in ask(phone, feed, named)
    assert all(len(line) <= 75 for line in ask(phone, feed, named).encode().split(b"\r\n"))
    assert perform(owner, end_feed, mine.id)
    assert not perform(owner, end_feed, mine.id)
    with pytest.raises(refusals.FeedIsDead):
        ask(phone, feed, named)
    assert "BEGIN:VEVENT" not in ask(owner, calendar_file, other.id)
    assert ask(owner, booking, made.id).booking.version == 1


def test_an_artist_makes_an_address_for_themselves_alone(owner: Actor) -> None:
    me = signed_in("artist")
    mine, other = needle(owner, user_id=id_of(me)), needle(owner, "Kim")
    assert len(perform(me, make_feed, mine.id)) > 20
    with pytest.raises(Denied):
        perform(me, make_feed, other.id)
    with pytest.raises(Denied):
        perform(me, end_feed, other.id)
