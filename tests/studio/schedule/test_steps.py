"""A booking's way: confirmed, here, begun, paused, finished; called off or missed, and what becomes of the deposit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from studio.clients.actions import record_health
from studio.extension.area import Area
from studio.extension.registry import registry
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import (
    cancel_booking,
    check_in_booking,
    confirm_booking,
    finish_session,
    move_booking,
    note_deposit,
    note_no_show,
    pause_session,
    reopen_booking,
    set_deposit_rule,
    set_policy,
    start_session,
)
from studio.schedule.queries import booking, history_of, policy, totals_of
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.clock import Later, later
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle, soon
from tests.factories.services import pounds


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def clock(studio: House) -> Later:
    return later(studio)


def shortly(owner: Actor, minutes: int = 60, **details: Any) -> Any:
    """A consultation of an hour that begins in so many minutes: nothing has to be signed for it."""
    details = {"kind": "consult", **details}
    artist = details.pop("artist", None) or needle(owner)
    return booked(owner, artist.id, starts_local=None, starts_at=soon(minutes), **details)


def test_the_whole_way_with_a_pause(studio: House, owner: Actor, clock: Later) -> None:
    made = shortly(owner)
    for verb in (confirm_booking, check_in_booking, start_session):
        perform(owner, verb, made.id)
    clock.wait(minutes=5)
    perform(owner, pause_session, made.id)
    clock.wait(minutes=3)
    perform(owner, start_session, made.id)
    clock.wait(minutes=4)
    assert ask(owner, booking, made.id).running
    done = perform(owner, finish_session, made.id)
    seen = ask(owner, booking, made.id)
    assert (seen.booking.status, seen.running, seen.worked(studio.clock.now()) // 60) == ("done", False, 9)
    assert done.held_until < made.ends_at
    assert [one.id for one in ask(owner, history_of, made.artist_id).items] == [made.id]
    totals = ask(owner, totals_of, made.artist_id, made.starts_at - timedelta(days=1), made.ends_at)
    assert (totals.sessions, totals.planned_minutes, totals.worked_minutes) == (1, 60, 9)


def test_steps_that_cannot_follow_are_refused_and_each_can_be_taken_back(studio: House, owner: Actor) -> None:
    made = shortly(owner)
    for verb in (finish_session, pause_session, reopen_booking):
        with pytest.raises((refusals.StepIsNotPossible, refusals.CannotPutBack)):
            perform(owner, verb, made.id)
    with pytest.raises(refusals.NotYetTime):
        perform(owner, note_no_show, made.id)
    perform(owner, confirm_booking, made.id)
    with pytest.raises(refusals.StepIsNotPossible):
        perform(owner, confirm_booking, made.id)
    perform(owner, check_in_booking, made.id)
    perform(owner, undo_act, newest(studio))
    assert ask(owner, booking, made.id).booking.status == "confirmed"
    perform(owner, start_session, made.id)
    perform(owner, finish_session, made.id)
    with pytest.raises(refusals.StepIsNotPossible):
        perform(owner, move_booking, made.id, {"minutes": 30})
    perform(owner, reopen_booking, made.id)
    assert perform(owner, start_session, made.id).status == "in_progress"


def test_what_was_called_off_frees_its_time_and_comes_back_only_if_it_is_free(owner: Actor) -> None:
    first = shortly(owner)
    perform(owner, cancel_booking, first.id, by="client", reason="Has a cold")
    second = shortly(owner, artist=needle(owner, "Kim"))
    perform(owner, move_booking, second.id, {"artist_id": first.artist_id})
    with pytest.raises(refusals.ArtistIsBusy):
        perform(owner, reopen_booking, first.id)
    perform(owner, cancel_booking, second.id, by="studio")
    perform(owner, reopen_booking, first.id)
    seen = ask(owner, booking, first.id)
    assert (seen.booking.status, seen.ended_by, seen.ended_reason) == ("planned", "", "")


def test_time_shared_with_leave_is_taken_again_by_whichever_of_the_two(owner: Actor) -> None:
    desk, first = signed_in("reception"), shortly(owner, 5)
    second = booked(
        owner, first.artist_id, starts_local=None, starts_at=soon(15), kind="consult", override="Only a stencil"
    )
    for one in (first, second):
        perform(desk, start_session, one.id)
        perform(desk, finish_session, one.id)
        perform(desk, reopen_booking, one.id)
        assert ask(owner, booking, one.id).booking.status == "in_progress"
        perform(desk, reopen_booking, one.id)
    perform(desk, cancel_booking, first.id)
    with pytest.raises(refusals.ArtistIsBusy):
        perform(desk, reopen_booking, first.id)
    perform(owner, reopen_booking, first.id)


CALLED_OFF = [
    (60, "client", "forfeited"),
    (60, "artist", "refunded"),
    (60, "studio", "refunded"),
    (60 * 49, "client", "kept"),
]


def test_the_policy_says_what_becomes_of_the_deposit(owner: Actor, clock: Later) -> None:
    perform(owner, set_deposit_rule, "fixed", fixed=pounds(50))
    artist = needle(owner)
    for minutes, by, outcome in CALLED_OFF:
        made = shortly(owner, minutes, artist=artist)
        assert (made.deposit_due, made.deposit_state, made.policy_no) == (5000, "due", 0)
        ended = perform(owner, cancel_booking, made.id, by=by)
        assert ended.outcome == outcome
        assert ended.notice_minutes in range(minutes - 3, minutes + 1)
    missed = shortly(owner, 5, artist=artist)
    perform(owner, note_deposit, missed.id, "recorded")
    clock.wait(minutes=8)
    with pytest.raises(refusals.NotYetTime):
        perform(owner, note_no_show, missed.id)
    clock.wait(minutes=20)
    owner = signed_in("owner")
    assert perform(owner, note_no_show, missed.id).outcome == "forfeited"
    assert perform(owner, note_deposit, shortly(owner, artist=artist).id, "waived").deposit_state == "waived"


def test_each_booking_keeps_the_edition_it_was_made_under(owner: Actor) -> None:
    perform(owner, set_deposit_rule, "percent", booking_kind="consult", percent=30)
    artist = needle(owner)
    old = shortly(owner, 60 * 60, artist=artist, price=pounds(200))
    assert old.deposit_due == 6000
    perform(owner, set_policy, notice_hours=96, free_moves=0, late_minutes=10)
    assert (ask(owner, policy).number, ask(owner, policy).notice_hours) == (1, 96)
    new = shortly(owner, 62 * 60, artist=artist, price=pounds(200))
    moved = [
        perform(owner, move_booking, one.id, {"starts_at": one.starts_at + timedelta(hours=1)}, by="client")
        for one in (new, old)
    ]
    assert [(one.outcome, one.moves) for one in moved] == [("forfeited", 1), ("moves_along", 1)]
    again = perform(owner, move_booking, old.id, {"starts_at": old.starts_at + timedelta(hours=8)}, by="client")
    assert (again.outcome, again.moves) == ("forfeited", 2)


@contextmanager
def gates(**told: str) -> Iterator[None]:
    """Rooms that miss something before a session."""
    shut = {key: (lambda *_, missing=missing: missing) for key, missing in told.items()}
    registry().add(Area("test_gates", session_gates=shut))
    try:
        yield
    finally:
        del registry().areas["test_gates"]


def test_a_session_waits_for_what_it_needs_unless_the_owner_says_why_not(owner: Actor) -> None:
    made, desk = shortly(owner), signed_in("reception")
    with gates(consent="The consent is not signed.", identity=""):
        with pytest.raises(refusals.GateIsShut) as shut:
            perform(desk, start_session, made.id)
        assert (shut.value.gates, "The consent is not signed." in shut.value.text()) == (("consent",), True)
        with pytest.raises(Denied):
            perform(desk, start_session, made.id, override="It is on paper")
        perform(owner, start_session, made.id, override="It is on paper")
    told = ask(desk, booking, made.id).overrides
    assert [(one.rule, one.told, one.reason) for one in told] == [
        ("consent", "The consent is not signed.", "It is on paper")
    ]


def test_what_is_signed_and_answered_lets_a_session_begin(owner: Actor) -> None:
    client = adult()
    made = shortly(owner, kind="session", client=client.id)
    with pytest.raises(refusals.GateIsShut) as shut:
        perform(owner, start_session, made.id)
    assert shut.value.gates == ("consent", "identity")
    packet(client)
    perform(owner, record_health, client.id, {"pregnant": {"answer": True}})
    with pytest.raises(refusals.GateIsShut) as shut:
        perform(owner, start_session, made.id)
    assert shut.value.gates == ("health",)
    perform(owner, record_health, client.id, {"pregnant": {"answer": False}})
    assert perform(owner, start_session, made.id).status == "in_progress"


def test_nobody_steps_for_a_colleague(owner: Actor) -> None:
    me = signed_in("artist")
    made = shortly(owner)
    for verb in (confirm_booking, check_in_booking, start_session, cancel_booking):
        with pytest.raises(Refusal) as refused:
            perform(me, verb, made.id)
        assert isinstance(refused.value, Denied)


def test_what_was_confirmed_still_is_when_a_later_step_is_taken_back(owner: Actor) -> None:
    one = booked(owner, needle(owner).id)
    perform(owner, confirm_booking, one.id)
    perform(owner, check_in_booking, one.id)
    assert perform(owner, reopen_booking, one.id).status == "confirmed"
    perform(owner, cancel_booking, one.id, "client")
    assert perform(owner, reopen_booking, one.id).status == "confirmed"
    assert perform(owner, reopen_booking, one.id).status == "planned"
