"""Sessions of a piece: booked from it, kept apart while the skin heals, counted and told beside each booking."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from studio.catalog.refusals import NumberIsOutside
from studio.clients.actions import merge_clients
from studio.clients.queries import card_by_id
from studio.extension.registry import registry
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import ask, perform
from studio.schedule.actions import (
    cancel_booking,
    create_booking,
    edit_booking,
    move_booking,
    reopen_booking,
)
from studio.schedule.queries import booking
from studio.schedule.refusals import SeriesDoesNotFit
from studio.tattoo import refusals
from studio.tattoo.actions import ask_deposit, book_session, book_sessions, edit_piece
from studio.tattoo.queries import next_slot, piece, pieces_of
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.people import id_of, signed_in
from tests.factories.pieces import piece_for, sitting
from tests.factories.schedule import booked, needle
from tests.factories.services import offered, pounds


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def lines(studio: House, *ids: UUID) -> list[str]:
    with studio.db.reading() as connection:
        told = registry().booking_lines(connection, ids)
    return [told.get(one, "") for one in ids]


def test_a_session_takes_from_the_piece_what_nobody_said(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    one = piece_for(owner, lead_artist_id=ines, planned_sessions=5, planned_minutes=5 * 180)
    made = perform(owner, book_session, one.id, {"starts_local": "2027-06-16T12:00"})
    told = ask(owner, booking, made.id).booking
    assert (told.artist_id, told.client_id, told.subject_id, told.title) == (ines, one.client_id, one.id, one.title)
    assert (told.ends_at - told.starts_at).total_seconds() == 180 * 60
    perform(owner, undo_act, newest(studio))
    assert (ask(owner, booking, made.id).booking.status, ask(owner, piece, one.id).piece.state) == (
        "cancelled", "enquiry",
    )  # fmt: skip


def test_no_session_while_the_skin_heals_but_with_a_reason(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    one = piece_for(owner, healing_days=14)
    sitting(owner, one.id, ines, "2027-06-16T12:00")
    sitting(owner, one.id, ines, "2027-06-17T12:00", kind="consult")
    for close in ("2027-06-29T12:00", "2027-06-03T12:00", "2027-06-16T15:00"):
        with pytest.raises(refusals.StillHealing) as told:
            sitting(owner, one.id, ines, close)
        assert "2027-06-16" in told.value.text()
        assert "2027-06-30" in told.value.text()
    later = sitting(owner, one.id, ines, "2027-06-30T12:00")
    with pytest.raises(refusals.StillHealing):
        perform(owner, move_booking, later.id, {"starts_local": "2027-06-20T12:00"})
    perform(owner, move_booking, later.id, {"starts_local": "2027-06-30T14:00"})
    desk = signed_in("reception")
    with pytest.raises(Denied):
        sitting(desk, one.id, ines, "2027-07-02T12:00", override="Another part of the arm")
    kept = sitting(owner, one.id, ines, "2027-07-02T12:00", override="Another part of the arm")
    assert [(one.rule, one.reason) for one in ask(owner, booking, kept.id).overrides] == [
        ("healing", "Another part of the arm")
    ]


def test_the_skin_heals_before_a_booking_that_stood_already_too(owner: Actor) -> None:
    ines, desk = needle(owner).id, signed_in("reception")
    one = piece_for(owner, healing_days=14)
    given_up = sitting(owner, one.id, ines, "2027-06-12T12:00")
    perform(owner, cancel_booking, given_up.id)
    first = sitting(owner, one.id, ines, "2027-06-16T12:00")
    free = booked(owner, ines, "2027-06-20T12:00", client=one.client_id)
    about = {"subject_kind": "piece", "subject_id": one.id}
    with pytest.raises(refusals.StillHealing):
        perform(desk, edit_booking, free.id, about)
    with pytest.raises(Denied):
        perform(desk, edit_booking, free.id, {**about, "override": "Another part of the arm"})
    with pytest.raises(refusals.StillHealing):
        perform(desk, reopen_booking, given_up.id)
    perform(owner, edit_booking, free.id, {**about, "override": "Another part of the arm"})
    assert [one.rule for one in ask(owner, booking, free.id).overrides] == ["healing"]
    perform(owner, cancel_booking, free.id)
    perform(desk, reopen_booking, free.id)
    perform(owner, cancel_booking, free.id)
    perform(owner, cancel_booking, first.id)
    perform(desk, reopen_booking, given_up.id)
    assert ask(owner, booking, given_up.id).booking.status == "planned"


def test_a_whole_sleeve_is_booked_as_far_apart_as_the_skin_needs(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    one = piece_for(owner, planned_sessions=3, healing_days=20)
    first = {"artist_id": ines, "starts_local": "2027-06-16T12:00", "minutes": 120}
    made = perform(owner, book_sessions, one.id, first, 3)
    assert [row.starts_local for row in made] == ["2027-06-16T12:00", "2027-07-07T12:00", "2027-07-28T12:00"]
    assert lines(studio, *(row.id for row in made)) == [f"Tide sleeve, session {n} of 3" for n in (1, 2, 3)]
    booked = newest(studio)
    perform(owner, cancel_booking, made[0].id)
    assert lines(studio, *(row.id for row in made)) == [
        "Tide sleeve", "Tide sleeve, session 1 of 3", "Tide sleeve, session 2 of 3",
    ]  # fmt: skip
    perform(owner, undo_act, booked)
    assert {one.status for one in ask(owner, piece, one.id).sessions} == {"cancelled"}
    with pytest.raises(SeriesDoesNotFit):
        perform(owner, book_sessions, one.id, {**first, "starts_local": "2027-09-01T12:00"}, 2, 1)


def test_lines_are_told_in_two_statements_for_one_and_for_many(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    client = on_file(owner, "Bo Lind").id
    made = [
        sitting(owner, piece_for(owner, client, title=title).id, ines, f"2027-06-16T{hour}:00", kind=kind)
        for title, hour, kind in (("Koi", 10, "consult"), ("Wave", 12, "touch_up"), ("Crane", 14, "session"))
    ]
    other = perform(owner, create_booking, {"artist_id": ines, "starts_local": "2027-06-18T12:00", "kind": "block"})
    told = lines(studio, *(row.id for row in made), other.id)
    assert told == ["Koi, consultation", "Wave, touch-up", "Crane, session 1 of 1", ""]


def test_the_next_session_could_be_behind_all_that_are_booked(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    one = piece_for(owner, lead_artist_id=ines, healing_days=10, planned_sessions=4, planned_minutes=8 * 60)
    today = studio.clock.today("Europe/London")
    soonest = ask(owner, next_slot, one.id)
    assert (soonest.not_before, soonest.minutes, soonest.artist_id) == (today, 120, ines)
    for minutes in (-5, 0, 24 * 60 + 1):
        with pytest.raises(NumberIsOutside):
            ask(owner, next_slot, one.id, minutes)
    sitting(owner, one.id, ines, f"{date(today.year + 1, 1, 5)}T12:00", minutes=120)
    after = ask(owner, next_slot, one.id)
    assert after.not_before == date(today.year + 1, 1, 15)
    assert after.starts_at is not None
    assert after.starts_at.date() >= after.not_before


def test_a_booking_is_of_the_client_of_its_piece(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    one, stranger = piece_for(owner), on_file(owner, "Ada Berg").id
    about = {"artist_id": ines, "starts_local": "2027-06-16T12:00", "subject_kind": "piece", "subject_id": one.id}
    with pytest.raises(refusals.ClientIsAnother):
        perform(owner, create_booking, {**about, "client_id": stranger})
    with pytest.raises(refusals.PieceIsUnknown):
        perform(owner, create_booking, {**about, "client_id": stranger, "subject_id": stranger})
    versions = [ask(owner, card_by_id, who).version for who in (stranger, one.client_id)]
    perform(owner, merge_clients, stranger, one.client_id, {}, *versions)
    perform(owner, create_booking, {**about, "client_id": stranger})
    assert [found.id for found in ask(owner, pieces_of, stranger)] == [one.id]


def test_an_artist_books_and_changes_only_what_is_theirs(studio: House, owner: Actor) -> None:
    me = signed_in("artist")
    mine, hers = needle(owner, "Kofi", user_id=id_of(me)).id, needle(owner, "Lena").id
    one = piece_for(me)
    assert one.lead_artist_id == mine
    sitting(me, one.id, mine)
    for refused in (
        lambda: sitting(me, one.id, hers, "2027-08-16T12:00"),
        lambda: perform(me, edit_piece, one.id, {"lead_artist_id": hers}),
        lambda: piece_for(me, on_file(owner, "Ada Berg").id, lead_artist_id=hers),
    ):
        with pytest.raises(Denied):
            refused()
    guest = signed_in("guest_artist")
    with pytest.raises(Refusal):
        ask(guest, piece, one.id)
    theirs = needle(owner, "Tomasz", user_id=id_of(guest)).id
    sitting(owner, one.id, theirs, "2027-09-16T12:00")
    assert ask(guest, piece, one.id).piece.id == one.id


def test_a_deposit_is_asked_once(studio: House, owner: Actor) -> None:
    ines = needle(owner).id
    once = offered(owner, "Sleeve", deposit_kind="fixed", deposit=pounds(90), deposit_once=True).id
    each = offered(owner, "Flash", deposit_kind="fixed", deposit=pounds(20)).id
    one = piece_for(owner, healing_days=0, service_id=once)
    days = (f"2027-06-{day}T12:00" for day in range(10, 30))
    due = [sitting(owner, one.id, ines, next(days)).deposit_due for _ in range(2)]
    due.append(sitting(owner, one.id, ines, next(days), services=[{"service_id": each}]).deposit_due)
    assert due == [90_00, None, 20_00]
    whole = piece_for(owner, one.client_id, healing_days=0, service_id=each)
    perform(owner, ask_deposit, whole.id, pounds(200))
    made = sitting(owner, whole.id, ines, next(days))
    assert (made.deposit_due, made.deposit_state) == (None, "none")


def test_nobody_gains_a_piece_by_booking_themselves_for_it(owner: Actor) -> None:
    guest, client = signed_in("guest_artist"), on_file(owner).id
    one, chair = piece_for(owner, client), needle(owner, "Kim", user_id=guest.id).id
    about = {"client_id": client, "subject_kind": "piece", "subject_id": one.id, "minutes": 60}
    with pytest.raises(refusals.PieceIsUnknown):
        perform(guest, create_booking, {**about, "artist_id": chair, "starts_local": "2027-07-02T12:00"})
    sitting(owner, one.id, chair, "2027-08-02T12:00")
    assert ask(guest, piece, one.id).piece.code == "PC-0001"
    perform(guest, create_booking, {**about, "artist_id": chair, "starts_local": "2027-10-02T12:00"})
