"""PINs at a shared desk: they take up a sign-in that still lasts, and are worth nothing otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

import pytest

from studio.extension.timers import run_due
from studio.kernel.actor import CONSOLE, Actor, verified
from studio.kernel.house import House
from studio.kernel.presence import unattended
from studio.kernel.refusal import Denied, Refusal, SignedOut
from studio.kernel.work import ask, perform
from studio.staff.actions import (
    add_user,
    fill_account,
    lock_sign_in,
    mark_desk,
    set_pin,
    switch_sign_in,
    unlock_sign_in,
    unmark_desk,
)
from studio.staff.area import AREA
from studio.staff.pins import check_pin, hash_pin, prove_password_or_pin, prove_pin
from studio.staff.queries import actor_of_session, list_devices, list_users
from studio.staff.queries.desks import desk_of_token, faces_at, my_lock, waiting_with
from studio.staff.queries.devices import device_of_token
from studio.staff.refusals import PasswordIsDue, PinIsEasy, PinIsNoPin, PinIsSpent, SignInIsLocked, WrongPin
from studio.staff.sign_in import Place, failures, sign_in
from tests.factories.clock import Later, later
from tests.factories.people import PASSWORD, signed_in

PIN = "8205"


@dataclass
class Desk:
    """A shared desk, and two people with a PIN who use it."""

    token: str
    id: UUID
    place: Place
    clock: Later
    people: list[UUID]

    def come(self, name: str, instead_of: UUID | None = None) -> tuple[str, Actor]:
        token, actor = sign_in(f"{name}@northquay.example", PASSWORD, zone="desk", device_id=self.id)
        return token, actor

    def pin(self, user_id: UUID, pin: str = PIN, instead_of: UUID | None = None) -> str:
        prove_pin(user_id, pin, self.place)
        return perform(verified(), switch_sign_in, user_id, self.id, instead_of)


@pytest.fixture
def desk(studio: House) -> Iterator[Desk]:
    clock = later(studio)
    token, device = perform(signed_in("owner"), mark_desk, "Front desk")
    made = Desk(token, device.id, Place("desk", device_id=device.id), clock, [])
    for name in ("ada", "bo"):
        account = fill_account(name=name.title(), email=f"{name}@northquay.example", password=PASSWORD)
        made.people.append(perform(CONSOLE, add_user, role="reception", **account).id)
        perform(made.come(name)[1], set_pin, hash_pin(PIN))
    yield made
    failures.clear([f"pin/{one}" for one in made.people])


@pytest.mark.parametrize(("pin", "refusal"), [
    ("123", PinIsNoPin), ("123456789", PinIsNoPin), ("12a4", PinIsNoPin), ("１２３４", PinIsNoPin), ("", PinIsNoPin),
    ("1234", PinIsEasy), ("0000", PinIsEasy), ("9876", PinIsEasy), ("8901", PinIsEasy), ("1212", PinIsEasy),
    ("1987", PinIsEasy), ("2580", PinIsEasy), ("123123", PinIsEasy),
])  # fmt: skip
def test_a_pin_is_four_to_eight_digits_nobody_tries_first(pin: str, refusal: type) -> None:
    assert isinstance(check_pin(pin), refusal)


@pytest.mark.parametrize("pin", [PIN, "73914", "40718263"])
def test_others_will_do(pin: str) -> None:
    assert check_pin(pin) is None


def test_a_colleague_steps_up_with_a_pin_and_the_first_one_waits(desk: Desk) -> None:
    ada, bo = desk.people
    _, first = desk.come("ada")
    desk.come("bo")
    second = actor_of_session(desk.pin(bo, instead_of=first.session_id))
    assert second is not None
    assert second.id == bo
    with pytest.raises(SignInIsLocked):
        perform(first, lock_sign_in)
    back = actor_of_session(desk.pin(ada, instead_of=second.session_id))
    assert back is not None
    assert back.session_id == first.session_id
    assert perform(first, lock_sign_in) is None, "the page that was covered acts again"


def test_a_locked_sign_in_reads_and_does_nothing_until_somebody_is_back(desk: Desk) -> None:
    token, ada = desk.come("ada")
    perform(ada, lock_sign_in)
    assert actor_of_session(token) is None
    for call in (lambda: perform(ada, set_pin, ""), lambda: ask(ada, my_lock)):
        with pytest.raises(SignInIsLocked):
            call()
    with unattended():
        assert ask(ada, my_lock).pin, "below its cover the page stays in step with others"
        with pytest.raises(SignInIsLocked):
            perform(ada, set_pin, "")
    waiting = waiting_with(token)
    assert waiting is not None
    assert waiting.locked
    perform(verified(), unlock_sign_in, waiting.session_id)
    assert ask(ada, my_lock).pin


def test_five_wrong_pins_and_only_the_password_helps(desk: Desk) -> None:
    ada = desk.people[0]
    desk.come("ada")
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPin, match=str(left)):
            desk.pin(ada, "9999")
    for pin in ("9999", PIN):
        with pytest.raises(PinIsSpent):
            desk.pin(ada, pin)
    desk.come("ada")
    failures.clear([f"pin/{ada}"])
    assert desk.pin(ada)


def test_a_hundred_pins_at_once_get_five_answers(desk: Desk, studio: House) -> None:
    ada = desk.people[0]

    def guess(_: int) -> None:
        with suppress(Refusal):
            desk.pin(ada, "9999")

    with ThreadPoolExecutor(20) as crowd:
        list(crowd.map(guess, range(100)))
    with studio.db.reading() as connection:
        tries = connection.exec_driver_sql("select max(pin_tries) from user").scalar()
    assert tries == 5


def test_a_pin_takes_up_no_sign_in_that_is_over_or_was_elsewhere(desk: Desk) -> None:
    ada, bo = desk.people
    desk.come("ada")
    other = perform(signed_in("owner"), mark_desk, "Back room")[1]
    with pytest.raises(PasswordIsDue):
        perform(verified(), switch_sign_in, ada, other.id)
    desk.clock.wait(hours=8, minutes=1)
    for one in (ada, bo):
        with pytest.raises(PasswordIsDue):
            desk.pin(one)


def test_a_desk_left_alone_locks_itself_and_stays_for_the_day(desk: Desk, studio: House) -> None:
    token, ada = desk.come("ada")
    elsewhere = signed_in("owner")
    desk.clock.wait(minutes=11)
    run_due(studio, list(AREA.timers))
    assert actor_of_session(token) is None
    assert ask(elsewhere, list_users), "where no PIN opens it again, the sign-in ends later instead"
    desk.clock.wait(hours=5)
    run_due(studio, list(AREA.timers))
    assert actor_of_session(desk.pin(desk.people[0])) is not None
    with pytest.raises(SignedOut):
        ask(elsewhere, list_users)
    desk.clock.wait(hours=4)
    run_due(studio, list(AREA.timers))
    with pytest.raises(SignedOut):
        perform(ada, lock_sign_in)


def test_names_and_pins_are_for_marked_desks_alone(desk: Desk, studio: House) -> None:
    found = desk_of_token(desk.token)
    assert found is not None
    assert {face.name for face in faces_at(found) if face.pin} == {"Ada", "Bo"}
    assert device_of_token(desk.token) is None, "a desk is no tablet for clients"
    owner = signed_in("owner")
    assert ask(owner, list_devices) == []
    perform(owner, unmark_desk, desk.id)
    assert desk_of_token(desk.token) is None
    assert desk_of_token("made up") is None
    with pytest.raises(Denied):
        perform(signed_in("reception"), mark_desk, "Mine")


def test_a_device_of_the_studio_takes_either(desk: Desk) -> None:
    ada = desk.people[0]
    for typed in (PIN, PASSWORD):
        assert prove_password_or_pin("ADA@northquay.example", typed, desk.place) == ada
    for typed in ("9135", "not this one"):
        with pytest.raises(Refusal):
            prove_password_or_pin("ada@northquay.example", typed, desk.place)


def test_a_pin_is_nowhere_to_be_read(desk: Desk, studio: House) -> None:
    with studio.db.reading() as connection:
        kept = connection.exec_driver_sql("select pin_hash from user where pin_hash != '' limit 1").scalar()
        told = connection.exec_driver_sql("select group_concat(facts || changes) from journal_values").scalar()
    assert str(kept).startswith("$2b$")
    assert str(kept) not in str(told)
