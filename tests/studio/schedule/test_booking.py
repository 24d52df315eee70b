"""Bookings: taken, refused where somebody else is, moved, set aside with a reason, taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Invalid, Refusal, Stale
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import (
    add_absence,
    add_certificate,
    add_closure,
    archive_artist,
    cancel_booking,
    create_booking,
    edit_booking,
    move_booking,
)
from studio.schedule.queries import booking, bookings_of, day_of_work, list_bookings, week
from studio.upkeep.undoing import undo_act
from tests.factories.clients import counted_statements, newest, on_file
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import NOON, booked, chair, needle
from tests.factories.services import offered, pounds


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_an_artist_a_client_and_a_time_are_enough(owner: Actor) -> None:
    artist = needle(owner)
    made = booked(owner, artist.id)
    seen = ask(owner, booking, made.id)
    assert (seen.booking.code, seen.booking.status, seen.artist) == ("BK-0001", "planned", "Ines Duarte")
    assert seen.booking.starts_at == datetime(2027, 6, 16, 11, tzinfo=UTC)
    assert (seen.booking.starts_local, seen.booking.zone) == (NOON, "Europe/London")
    assert seen.booking.ends_at - seen.booking.starts_at == timedelta(hours=1)
    assert [one.code for one in ask(owner, week, seen.booking.starts_at.date())] == ["BK-0001"]
    assert [one.booking.id for one in ask(owner, day_of_work, seen.booking.starts_at.date()).cards] == [made.id]


def test_touching_is_fine_and_overlapping_is_not_whoever_of_the_two_it_is(owner: Actor) -> None:
    artist, other, place = needle(owner), needle(owner, "Noor Haddad"), chair(owner)
    booked(owner, artist.id, station_id=place.id)
    booked(owner, artist.id, "2027-06-16T13:00")
    booked(owner, artist.id, "2027-06-16T11:00")
    with pytest.raises(refusals.ArtistIsBusy) as busy:
        booked(owner, artist.id, "2027-06-16T12:30")
    assert "BK-0001 until 13:00" in busy.value.text()
    with pytest.raises(refusals.StationIsBusy):
        booked(owner, other.id, "2027-06-16T12:59", station_id=place.id)
    booked(owner, other.id, "2027-06-16T13:00", station_id=place.id)
    assert ask(owner, list_bookings).total == 4


def test_buffers_hold_time_too(owner: Actor) -> None:
    artist = needle(owner)
    booked(owner, artist.id, buffer_after=15)
    with pytest.raises(refusals.ArtistIsBusy):
        booked(owner, artist.id, "2027-06-16T13:00")
    booked(owner, artist.id, "2027-06-16T13:15")


WRONG: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"starts_local": None}, refusals.TimeIsNeeded),
    ({"starts_local": "tomorrow"}, refusals.TimeIsUnclear),
    ({"starts_local": "2027-02-30T10:00"}, refusals.TimeIsUnclear),
    ({"starts_local": "9999-12-31T23:00"}, refusals.TimeIsTooFar),
    ({"starts_local": "1999-12-31T23:00"}, refusals.TimeIsTooFar),
    ({"starts_at": datetime(2027, 6, 16, 11)}, refusals.TimeIsUnclear),  # noqa: DTZ001  naive on purpose
    ({"ends_at": datetime(2027, 6, 16, 11, tzinfo=UTC)}, refusals.EndIsBeforeStart),
    ({"ends_at": datetime(2027, 6, 16, 10, tzinfo=UTC)}, refusals.EndIsBeforeStart),
    ({"minutes": 4}, refusals.TooShort),
    ({"minutes": 25 * 60}, refusals.TooLong),
    ({"artist_id": None}, Invalid),
    ({"client_id": None}, Invalid),
    ({"kind": "haircut"}, Invalid),
    ({"artist_id": uuid7()}, refusals.ChoiceIsUnknown),
    ({"client_id": uuid7()}, refusals.ChoiceIsUnknown),
    ({"services": [uuid7()]}, refusals.ChoiceIsUnknown),
    ({"price": pounds(-1)}, Invalid),
    ({"buffer_after": 241}, Invalid),
    ({"colour": "red"}, Invalid),
    ({"fold": "third"}, refusals.ChoiceIsUnknown),
]


def test_what_is_no_booking_is_refused_and_nothing_is_stored(owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner)
    good = {"artist_id": artist.id, "client_id": client.id, "starts_local": NOON}
    for wrong, refusal in WRONG:
        with pytest.raises(refusal):
            perform(owner, create_booking, {**good, **wrong})
    assert ask(owner, list_bookings).total == 0


def test_whoever_may_sets_it_aside_with_a_reason_that_stays_visible(studio: House, owner: Actor) -> None:
    artist, desk = needle(owner), signed_in("reception")
    first = booked(owner, artist.id)
    with pytest.raises(Denied):
        booked(desk, artist.id, override="Only the stencil is drawn")
    with pytest.raises(refusals.ReasonIsNeeded):
        booked(owner, artist.id, override=" . ")
    second = booked(owner, artist.id, override="Only the stencil is drawn")
    told = ask(desk, booking, second.id).overrides
    assert [(one.rule, one.reason) for one in told] == [("artist_busy", "Only the stencil is drawn")]
    with pytest.raises(refusals.ArtistIsBusy):
        perform(owner, move_booking, first.id, {"minutes": 90})
    perform(owner, edit_booking, first.id, {"note": "Twins", "minutes": 60, "artist_id": artist.id}, 1)
    perform(owner, move_booking, first.id, {"minutes": 90, "override": "They are twins"})
    with pytest.raises(refusals.ArtistIsBusy):
        booked(owner, artist.id, "2027-06-16T13:15")


def test_days_that_are_not_as_usual_stand_in_the_way(owner: Actor) -> None:
    artist = needle(owner)
    guest = needle(owner, "Kim", contract="guest", guest_from="2027-06-01", guest_until="2027-06-10")
    perform(owner, add_absence, artist.id, {"kind": "sick", "from_on": "2027-06-14", "until_on": "2027-06-18"})
    with pytest.raises(refusals.ArtistIsAway):
        booked(owner, artist.id)
    with pytest.raises(refusals.GuestIsNotHere):
        booked(owner, guest.id)
    perform(owner, add_closure, {"from_on": "2027-06-05", "reason": "Convention"})
    with pytest.raises(refusals.StudioIsClosed):
        booked(owner, guest.id, "2027-06-05T12:00")
    other = needle(owner, "Noor Haddad")
    perform(owner, add_certificate, other.id, {"kind": "licence", "expires_on": "2027-06-15", "blocks_booking": True})
    booked(owner, other.id, "2027-06-15T12:00")
    with pytest.raises(refusals.CertificateHasExpired):
        booked(owner, other.id)
    assert booked(owner, other.id, override="The new licence is in the post").code == "BK-0002"


def test_a_booking_moves_shrinks_and_goes_to_somebody_else_and_back(studio: House, owner: Actor) -> None:
    artist, other = needle(owner), needle(owner, "Noor Haddad")
    made = booked(owner, artist.id)
    booked(owner, other.id, "2027-06-16T15:00")
    with pytest.raises(refusals.ArtistIsBusy):
        perform(owner, move_booking, made.id, {"artist_id": other.id, "starts_local": "2027-06-16T14:30"}, 1)
    moved = perform(owner, move_booking, made.id, {"artist_id": other.id, "starts_local": "2027-06-16T14:00"}, 1)
    assert (moved.version, moved.ends_at) == (2, datetime(2027, 6, 16, 14, tzinfo=UTC))
    with pytest.raises(Stale):
        perform(owner, move_booking, made.id, {"minutes": 30}, 1)
    perform(owner, undo_act, newest(studio))
    seen = ask(owner, booking, made.id).booking
    assert (seen.artist_id, seen.starts_local) == (artist.id, NOON)
    shrunk = perform(owner, edit_booking, made.id, {"minutes": 30, "note": "Left arm"}, seen.version)
    assert (shrunk.ends_at - shrunk.starts_at, shrunk.note) == (timedelta(minutes=30), "Left arm")
    booked(owner, artist.id, "2027-06-16T12:30")


def test_a_booking_taken_back_frees_its_time(studio: House, owner: Actor) -> None:
    artist = needle(owner)
    made = booked(owner, artist.id)
    perform(owner, undo_act, newest(studio))
    seen = ask(owner, booking, made.id)
    assert (seen.booking.status, seen.ended_by) == ("cancelled", "studio")
    booked(owner, artist.id)


def test_services_say_how_long_and_how_much_with_this_artist(owner: Actor) -> None:
    person = signed_in("artist")
    artist = needle(owner, user_id=id_of(person))
    own = [{"artist_id": id_of(person), "minutes": 75, "price": pounds(90)}]
    flash = offered(
        owner, price_kind="fixed", price=pounds(80), deposit_kind="percent", deposit_percent=50, artists=own
    )
    touch = offered(owner, "Touch-up", minutes=45, buffer_after=10, price_kind="free")
    made = booked(owner, artist.id, minutes=None, services=[flash.id, {"service_id": touch.id, "minutes": 30}])
    seen = ask(owner, booking, made.id)
    assert seen.booking.ends_at - seen.booking.starts_at == timedelta(minutes=105)
    assert (seen.booking.price, seen.booking.buffer_after) == (pounds(90), 10)
    assert (seen.booking.deposit_due, seen.booking.deposit_state) == (pounds(40), "due")
    assert [(one.name, one.minutes) for one in seen.services] == [("Flash, small", 75), ("Touch-up", 30)]


def test_an_artist_books_only_for_themselves_and_a_guest_sees_no_others(owner: Actor) -> None:
    me, guest = signed_in("artist"), signed_in("guest_artist")
    mine, theirs = needle(owner, user_id=id_of(me)), needle(owner, "Kim", user_id=id_of(guest))
    client = on_file(owner).id
    made = booked(me, mine.id, client=client)
    other = booked(owner, theirs.id, client=client)
    with pytest.raises(Denied):
        booked(me, theirs.id, "2027-06-17T12:00", client=client)
    with pytest.raises(Denied):
        perform(me, move_booking, made.id, {"artist_id": theirs.id, "starts_local": "2027-06-17T12:00"})
    with pytest.raises(Denied):
        perform(me, cancel_booking, other.id)
    assert ask(me, list_bookings).total == 2
    assert [one.id for one in ask(guest, list_bookings).items] == [other.id]
    with pytest.raises(refusals.BookingIsUnknown):
        ask(guest, booking, made.id)
    assert ask(guest, booking, other.id).booking.phone == ""


def test_an_artist_with_bookings_ahead_does_not_leave(owner: Actor) -> None:
    artist = needle(owner)
    made = booked(owner, artist.id)
    with pytest.raises(refusals.HasBookingsAhead):
        perform(owner, archive_artist, artist.id)
    perform(owner, cancel_booking, made.id, by="artist")
    perform(owner, archive_artist, artist.id)
    with pytest.raises(refusals.ArtistIsArchived):
        booked(owner, artist.id)


def test_a_week_of_many_costs_what_a_week_of_few_does(studio: House, owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner, phone="+44 7700 900461").id
    day = datetime(2027, 6, 16, tzinfo=UTC).date()
    counts = []
    for hour in (8, 9, 10, 11):
        booked(owner, artist.id, f"2027-06-16T{hour:02d}:00", client=client)
        with counted_statements(studio) as sent:
            found = ask(owner, week, day)
        counts.append(len([one for one in sent if "FROM booking" in one]))
    assert (len(found), found[0].phone, set(counts)) == (4, "+447700900461", {1})
    assert len(ask(owner, bookings_of, client)) == 4
