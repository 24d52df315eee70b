"""Days after a session somebody is reminded to ask how it heals: once, and until it was asked or needs no asking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from studio.clients.actions import archive_client
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.messages.queries import my_alerts
from studio.schedule.actions import (
    cancel_booking,
    check_in_booking,
    finish_session,
    note_healing,
    reopen_booking,
    start_session,
    watch_schedule,
)
from studio.schedule.actions.healing import NothingHeals
from studio.schedule.healing import AT_ONCE
from studio.schedule.models import Booking
from studio.schedule.queries import healing_of, healing_of_client
from studio.schedule.rules.healing import asked_on, due
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.clock import later
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle, soon

DAYS = [3, 14, 42]


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def session(owner: Actor, name: str = "Bo Lind", **details: Any) -> Booking:
    """A session that is done."""
    told: dict[str, Any] = {"starts_local": None, "starts_at": soon(5), "client": on_file(owner, name).id, **details}
    one = booked(owner, needle(owner, f"With {name}").id, **told)
    perform(owner, start_session, one.id, override="All is on paper")
    return perform(owner, finish_session, one.id)


def watched() -> list[str]:
    """What a fresh owner is told after the timer ran."""
    perform(timer("schedule.watch"), watch_schedule)
    found = ask(signed_in("owner"), my_alerts)[0]
    return sorted(one.sentence for one in found if one.kind == "schedule.healing.ask")


def test_each_day_asks_once_and_gives_way_to_the_next() -> None:
    told = {day: due(DAYS, day) for day in range(60)}
    assert [day for day, asks in told.items() if asks is None] == [
        0,
        1,
        2,
        *range(11, 14),
        *range(22, 42),
        *range(50, 60),
    ]
    assert [told[day] for day in (3, 10, 14, 21, 42, 49)] == [3, 3, 14, 14, 42, 42]
    assert due([], 5) is None
    assert [asked_on(DAYS, day) for day in (-1, 0, 2, 3, 20, 400)] == [0, 0, 2, 3, 14, 42]


def test_it_is_asked_on_the_days_and_settled_by_the_answer(studio: House, owner: Actor) -> None:
    clock = later(studio)
    one = session(owner)
    assert watched() == []
    clock.wait(days=3)
    assert watched() == watched() == ["Bo Lind: 3 days since the session. Ask how it heals."]
    desk = signed_in("reception")
    perform(desk, note_healing, one.id, "concern", "Red, warm on the left")
    kinds = [alert.kind for alert in ask(signed_in("owner"), my_alerts)[0]]
    assert not [kind for kind in kinds if kind.startswith("schedule.healing")], "settled by the act itself"
    assert watched() == []
    perform(signed_in("reception"), note_healing, one.id, "fine")
    clock.wait(days=15)
    assert watched() == ["Bo Lind: 14 days since the session. Ask how it heals."]
    clock.wait(days=40)
    assert watched() == [], "after weeks asleep nobody is asked what nobody remembers"
    said = ask(signed_in("owner"), healing_of, one.id)
    assert [(row.day, row.answer, row.note) for row in said] == [(3, "fine", "")]
    assert one.client_id
    assert len(ask(signed_in("owner"), healing_of_client, one.client_id)) == 1


def test_whoever_was_seen_or_is_gone_is_not_asked(studio: House, owner: Actor) -> None:
    clock = later(studio)
    back, away, undone, calm = (session(owner, name) for name in ("Ada Back", "Ben Away", "Cy Undone", "Di Calm"))
    clock.wait(days=4)
    assert len(watched()) == 4
    owner = signed_in("owner")
    perform(owner, reopen_booking, undone.id)
    again = booked(owner, back.artist_id, starts_local=None, starts_at=soon(5), kind="consult", client=back.client_id)
    perform(owner, check_in_booking, again.id)
    assert away.client_id
    perform(owner, archive_client, away.client_id)
    named = [one.sentence for one in ask(owner, my_alerts)[0] if one.kind == "schedule.healing.ask"]
    assert [said.split(":")[0] for said in named] == ["Di Calm"]
    assert watched() == ["Di Calm: 3 days since the session. Ask how it heals."]
    perform(signed_in("owner"), change_setting, "schedule.healing_asked", False)
    assert watched() == []
    assert calm.client_id


def test_only_a_session_that_is_done_is_asked_about_and_by_its_own_artist(studio: House, owner: Actor) -> None:
    ahead = booked(owner, needle(owner).id)
    talk = session(owner, kind="consult")
    done = session(owner, "Ada Yule")
    for one in (ahead, talk):
        with pytest.raises(NothingHeals):
            perform(owner, note_healing, one.id, "fine")
    with pytest.raises(Denied):
        perform(signed_in("artist"), note_healing, done.id, "fine")
    with pytest.raises(Denied):
        ask(signed_in("viewer"), healing_of, done.id)
    assert ask(signed_in("artist"), healing_of, done.id) == []
    perform(owner, cancel_booking, ahead.id)
    assert done.ends_at - done.starts_at == timedelta(hours=1)


def test_who_is_to_be_asked_is_named_a_few_at_a_time_and_the_rest_are_counted(studio: House, owner: Actor) -> None:
    held = [session(owner, f"Client {n}") for n in range(AT_ONCE + 2)]
    later(studio).wait(days=3)

    def told() -> tuple[int, list[str]]:
        named, found = watched(), ask(signed_in("owner"), my_alerts)[0]
        return len(named), [one.sentence for one in found if one.kind == "schedule.healing.more"]

    more = "2 more clients are to be asked how it heals, and follow as the others are answered."
    assert told() == (AT_ONCE, [more])
    for one in held[:2]:
        perform(signed_in("owner"), note_healing, one.id, "fine")
    assert told() == (AT_ONCE, [])
