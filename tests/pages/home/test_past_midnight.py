"""Whoever is still in the chair at midnight stays on the board, and desks go on following them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from nicegui.testing import User

from components.lane import Board
from pages.home.benches import people_of
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.time import Clock
from studio.kernel.work import ask, perform
from studio.schedule.actions import check_in_booking, finish_session, start_session
from studio.schedule.queries import day_of_work
from tests.factories.clients import on_file
from tests.factories.clock import later
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle
from tests.pages.clients.looking import until
from tests.pages.desks import Open

EVENING, NEXT = datetime(2027, 6, 16, 20, 55, tzinfo=UTC), date(2027, 6, 17)


def sitting(studio: House) -> tuple[Actor, dict[str, UUID]]:
    """Half past midnight: one was to be done at eleven and still sits, one is booked past midnight, one never came."""
    clock = later(studio)
    clock.wait(seconds=(EVENING - Clock().now()).total_seconds())
    owner = signed_in("owner")
    made = {}
    for name, at, minutes in (("Bo Lind", "22:00", 60), ("Ada Yule", "22:00", 180), ("Cy Moe", "21:00", 60)):
        who = on_file(owner, name).id
        made[name] = booked(
            owner, needle(owner, f"Needle of {name}").id, f"2027-06-16T{at}", who, kind="consult", minutes=minutes
        ).id
    for verb in (check_in_booking, start_session):
        perform(owner, verb, made["Bo Lind"])
    clock.wait(hours=2, minutes=30)
    return signed_in("owner"), made


def names(owner: Actor, day: date) -> list[str | None]:
    return [one.booking.client for one in ask(owner, day_of_work, day).cards]


def test_the_board_of_a_day_has_what_the_night_brought_into_it(studio: House) -> None:
    owner, made = sitting(studio)
    assert sorted(filter(None, names(owner, NEXT))) == ["Ada Yule", "Bo Lind"]
    assert names(owner, date(2027, 6, 18)) == []
    assert len(names(owner, date(2027, 6, 16))) == 3
    today = ask(owner, day_of_work)
    assert today.day == NEXT
    people = {one.whole: one.words for one in people_of(today, studio.clock.now())}
    assert people["Needle of Bo Lind"] == "1 h 25 min over"
    perform(owner, finish_session, made["Bo Lind"])
    assert names(owner, date(2027, 6, 18)) == []


async def test_the_last_client_of_the_night_leaves_every_desk(studio: House, open_at: Open) -> None:
    owner, made = sitting(studio)
    desk = await open_at(owner)
    await until(lambda: len(_chair(desk)) == 1)
    perform(owner, finish_session, made["Bo Lind"])
    await until(lambda: not _chair(desk))


def _chair(desk: User) -> list[object]:
    assert desk.client
    boards = [one for one in desk.client.elements.values() if isinstance(one, Board)]
    return [card for board in boards for one in board.lanes if one.key == "chair" for card in one.cards]
