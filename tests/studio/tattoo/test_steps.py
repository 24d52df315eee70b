"""Where a piece stands: what people may choose, what its bookings say, and who has the last word."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal, Stale
from studio.kernel.work import ask, perform
from studio.schedule.actions import cancel_booking, edit_booking, reopen_booking
from studio.tattoo import refusals
from studio.tattoo.actions import advance_piece, archive_piece, edit_piece, reopen_piece, restore_piece
from studio.tattoo.models import Piece
from studio.tattoo.queries import list_pieces, piece
from studio.tattoo.rules.steps import AHEAD, NEXT, OVER, STATES, WAY, Sitting, standing, told_by
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.clock import Later, later
from tests.factories.people import signed_in
from tests.factories.pieces import piece_for, sitting, worked
from tests.factories.schedule import needle


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def clock(studio: House) -> Later:
    return later(studio)


def state_of(owner: Actor, one: Piece) -> str:
    return ask(owner, piece, one.id).piece.state


ROADS: dict[str, tuple[str, ...]] = {
    "enquiry": (),
    "consult": ("consult",),
    "quoted": ("quoted",),
    "deposit": ("quoted", "deposit"),
    "scheduled": ("quoted", "scheduled"),
    "in_progress": ("quoted", "scheduled", "in_progress"),
    "healing": ("quoted", "scheduled", "in_progress", "healing"),
    "touch_up": ("quoted", "scheduled", "in_progress", "healing", "touch_up"),
    "closed": ("quoted", "scheduled", "in_progress", "closed"),
    "cancelled": ("cancelled",),
    "dropped": ("dropped",),
}


def test_every_step_there_is_and_none_besides(studio: House, owner: Actor) -> None:
    client = on_file(owner, "Bo Lind").id
    for state, wanted in product(STATES, STATES):
        one = piece_for(owner, client)
        for step in ROADS[state]:
            perform(owner, advance_piece, one.id, step, "They moved away")
        if wanted in NEXT[state]:
            perform(owner, advance_piece, one.id, wanted, "They moved away")
            assert state_of(owner, one) == wanted
        else:
            with pytest.raises(refusals.StepIsNotPossible):
                perform(owner, advance_piece, one.id, wanted, "They moved away")
            assert state_of(owner, one) == state
    assert set(ROADS) == set(STATES)
    with pytest.raises(refusals.StateIsUnknown):
        perform(owner, advance_piece, one.id, "finished")


def test_what_is_called_off_needs_a_reason_and_goes_on_where_it_stood(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    perform(owner, advance_piece, one.id, "quoted")
    with pytest.raises(refusals.ReasonIsNeeded):
        perform(owner, advance_piece, one.id, "dropped", " ")
    perform(owner, advance_piece, one.id, "dropped", "Never answered")
    with pytest.raises(refusals.PieceIsNotOver):
        perform(owner, archive_piece, piece_for(owner).id)
    perform(owner, archive_piece, one.id)
    with pytest.raises(refusals.PieceIsArchived):
        perform(owner, reopen_piece, one.id)
    assert one.id not in {found.id for found in ask(owner, list_pieces).items}
    perform(owner, restore_piece, one.id)
    perform(owner, reopen_piece, one.id)
    steps = [(step.to_state, step.reason) for step in ask(owner, piece, one.id).steps]
    assert steps == [("quoted", ""), ("dropped", "Never answered"), ("quoted", "")]
    with pytest.raises(refusals.PieceIsNotOver):
        perform(owner, reopen_piece, one.id)


def test_bookings_bring_it_on_and_back(studio: House, owner: Actor, clock: Later) -> None:
    ines = needle(owner).id
    one = piece_for(owner, planned_sessions=2, healing_days=0)
    talk = sitting(owner, one.id, ines, "2027-06-01T12:00", kind="consult")
    seen = [state_of(owner, one)]
    perform(owner, cancel_booking, talk.id)
    seen.append(state_of(owner, one))
    first = sitting(owner, one.id, ines, "2027-06-14T12:00")
    seen.append(state_of(owner, one))
    worked(owner, clock, first.id, 5)
    seen.append(state_of(owner, one))
    second = sitting(owner, one.id, ines, "2027-06-15T12:00")
    worked(owner, clock, second.id, 5)
    seen.append(state_of(owner, one))
    perform(owner, reopen_booking, second.id)
    seen.append(state_of(owner, one))
    perform(owner, cancel_booking, perform(owner, reopen_booking, second.id).id)
    perform(owner, edit_piece, one.id, {"planned_sessions": 1})
    seen.append(state_of(owner, one))
    sitting(owner, one.id, ines, "2027-07-15T12:00", kind="touch_up")
    seen.append(state_of(owner, one))
    assert seen == [
        "consult", "enquiry", "scheduled", "in_progress", "healing", "in_progress", "healing", "touch_up",
    ]  # fmt: skip
    assert not any(step.chosen for step in ask(owner, piece, one.id).steps)


def test_whoever_chose_later_has_the_last_word(studio: House, owner: Actor, clock: Later) -> None:
    ines = needle(owner).id
    one = piece_for(owner, healing_days=0)
    booked = sitting(owner, one.id, ines)
    perform(owner, advance_piece, one.id, "quoted")
    sitting(owner, one.id, ines, "2027-06-17T12:00")
    assert state_of(owner, one) == "quoted"
    worked(owner, clock, booked.id, 5)
    assert state_of(owner, one) == "in_progress"
    perform(owner, advance_piece, one.id, "healing")
    assert state_of(owner, one) == "healing"


def test_a_piece_that_is_over_stays_over(studio: House, owner: Actor, clock: Later) -> None:
    ines = needle(owner).id
    one = piece_for(owner)
    booked = sitting(owner, one.id, ines)
    with pytest.raises(refusals.HasBookingsAhead) as told:
        perform(owner, advance_piece, one.id, "cancelled", "They moved away")
    assert "2027-06-16" in told.value.text()
    worked(owner, clock, booked.id, 5)
    perform(owner, advance_piece, one.id, "closed")
    perform(owner, reopen_booking, booked.id)
    assert state_of(owner, one) == "closed"
    with pytest.raises(refusals.PieceIsOver):
        sitting(owner, one.id, ines, "2027-09-16T12:00")


def test_a_choice_can_be_taken_back(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    sitting(owner, one.id, needle(owner).id)
    perform(owner, advance_piece, one.id, "deposit")
    perform(owner, undo_act, newest(studio))
    assert state_of(owner, one) == "scheduled"


def test_two_who_choose_at_once_do_not_overwrite_each_other(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    perform(owner, advance_piece, one.id, "consult", "", one.version)
    for late, args in ((advance_piece, ("quoted", "", one.version)), (edit_piece, ({"title": "Wave"}, one.version))):
        with pytest.raises(Stale):
            perform(owner, late, one.id, *args)


def test_a_booking_taken_from_a_piece_lets_it_stand_where_it_stood(studio: House, owner: Actor) -> None:
    client = on_file(owner, "Bo Lind").id
    one, other = piece_for(owner, client), piece_for(owner, client, title="Koi")
    booked = sitting(owner, one.id, needle(owner).id)
    perform(owner, edit_booking, booked.id, {"subject_id": other.id})
    assert (state_of(owner, one), state_of(owner, other)) == ("enquiry", "scheduled")
    strange = piece_for(owner, on_file(owner, "Ada Berg").id)
    for wrong in (strange.id, client):
        with pytest.raises(Refusal):
            perform(owner, edit_booking, booked.id, {"subject_id": wrong})


def test_the_rule_itself_for_all_that_can_be() -> None:
    kinds, statuses = ("consult", "session", "touch_up", "block"), (*AHEAD, "in_progress", "done", "cancelled")
    some = [Sitting(kind, status) for kind, status in product(kinds, statuses)]
    for few in ([], *([one] for one in some), *(list(two) for two in product(some, some))):
        told = told_by(few, 1)
        assert told in ("", *WAY)
        for chosen in STATES:
            state, held = standing(chosen, "", told)
            assert held == ""
            assert state == chosen if chosen in OVER or not told else state in (chosen, told)
            assert standing(chosen, told, told) == (chosen, told)


def test_nobody_else_may(studio: House, owner: Actor) -> None:
    viewer: Any = signed_in("viewer")
    one = piece_for(owner)
    for verb, args in ((advance_piece, ("quoted",)), (edit_piece, ({"title": "x"},)), (archive_piece, ())):
        with pytest.raises(Refusal):
            perform(viewer, verb, one.id, *args)
