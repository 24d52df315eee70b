"""Ways around the rules, as a curious or dishonest colleague would try them: none of them leads anywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import (
    add_to_waitlist,
    book_series,
    book_walk_in,
    cancel_booking,
    check_in_booking,
    create_booking,
    edit_booking,
    finish_session,
    move_booking,
    offer_gap,
    reopen_booking,
    start_session,
)
from studio.schedule.queries import booking, free_slots, list_bookings, span
from studio.staff.actions import change_rights
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import NOON, booked, needle, soon

EDGES = (
    datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
)
"""Moments for which UTC has no day."""


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_leave_to_overlap_is_for_that_one_time_and_no_door_for_others(owner: Actor) -> None:
    desk, artist = signed_in("reception"), needle(owner)
    first = booked(owner, artist.id)
    shared = booked(owner, artist.id, "2027-06-16T12:30", minutes=240, override="They are twins")
    perform(desk, edit_booking, first.id, {"note": "Twins", "artist_id": artist.id, "minutes": 60})
    perform(desk, move_booking, first.id, {"starts_local": "2027-06-17T12:00"})
    with pytest.raises(refusals.ArtistIsBusy):
        booked(desk, artist.id, "2027-06-16T15:00")
    perform(owner, cancel_booking, shared.id)
    booked(desk, artist.id, "2027-06-16T13:00")
    with pytest.raises(refusals.ArtistIsBusy):
        perform(desk, reopen_booking, shared.id)
    assert perform(owner, reopen_booking, shared.id).status == "planned"


def test_no_session_is_done_without_what_has_to_be_there(owner: Actor) -> None:
    artist = needle(owner)

    def ahead(hours: int, **details: Any) -> Any:
        return booked(owner, artist.id, starts_local=None, starts_at=soon(60 * hours), **details)

    hasty = ahead(1)
    perform(owner, check_in_booking, hasty.id)
    with pytest.raises(refusals.GateIsShut):
        perform(owner, finish_session, hasty.id)
    with pytest.raises(Invalid):
        perform(owner, edit_booking, hasty.id, {"client_id": None})
    nobody = perform(owner, create_booking, {"artist_id": artist.id, "kind": "walk_in", "starts_at": soon(180)})
    with pytest.raises(refusals.GateIsShut) as told:
        perform(owner, start_session, nobody.id)
    assert told.value.gates == ("client",)
    talk = ahead(5, kind="consult")
    perform(owner, start_session, talk.id)
    for other in ({"kind": "session"}, {"client_id": on_file(owner, "Somebody Else").id}):
        with pytest.raises(refusals.HasBegun):
            perform(owner, edit_booking, talk.id, other)
    assert perform(owner, edit_booking, talk.id, {"kind": "consult", "note": "Koi"}).note == "Koi"
    perform(owner, finish_session, talk.id)
    assert ask(owner, booking, talk.id).booking.status == "done"


def test_times_at_the_edge_of_all_calendars_are_refused_in_words(owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner)
    good = {"artist_id": artist.id, "client_id": client.id, "starts_local": NOON}
    waits = perform(owner, add_to_waitlist, client.id, {"minutes": 60})
    for edge in EDGES:
        with pytest.raises(refusals.TooLong if edge.year > 1 else refusals.EndIsBeforeStart):
            perform(owner, create_booking, {**good, "ends_at": edge})
        with pytest.raises(refusals.TimeIsTooFar):
            perform(owner, book_series, {**good, "starts_local": None, "starts_at": edge}, 2)
        with pytest.raises(refusals.TimeIsTooFar):
            perform(owner, offer_gap, waits.id, artist.id, edge)
        with pytest.raises(refusals.TimeIsTooFar):
            ask(owner, free_slots, edge.date(), 60, days=31)
        assert ask(owner, list_bookings, since=edge, until=edge).total == 0
    for minutes in (-60, 10**9, "x"):
        with pytest.raises(Refusal):
            perform(owner, book_walk_in, {"minutes": minutes})
    assert ask(owner, list_bookings, since=datetime(1, 1, 1, tzinfo=UTC)).total == 0


def test_a_role_that_sees_no_clients_is_told_nothing_of_their_health(studio: House) -> None:
    owner = signed_in("owner")
    one = booked(owner, needle(owner).id)
    viewer = signed_in("viewer")
    start, end = one.starts_at - timedelta(hours=1), one.ends_at + timedelta(hours=1)

    def told() -> tuple[str, str | None]:
        return ask(viewer, list_bookings).items[0].health_light, ask(viewer, span, start, end)[0].light

    assert told() == ("unknown", "unknown")
    perform(owner, change_rights, "viewer", {"clients.client.see": None})
    assert told() == ("", "")
