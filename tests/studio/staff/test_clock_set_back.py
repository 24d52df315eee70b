"""A clock that is set back brings nothing to life again: not while Linework runs, and not while it was shut."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from pages.server.pulse import once
from studio.extension.opening import open_studio
from studio.extension.registry import Registry
from studio.kernel.actor import CONSOLE, guest, verified
from studio.kernel.house import House, close_house, house
from studio.kernel.refusal import Refusal
from studio.kernel.time import Clock
from studio.kernel.work import perform
from studio.staff.actions import (
    add_user,
    fill_account,
    give_code,
    invite_device,
    invite_guest,
    issue_token,
    open_sign_in,
    pair_device,
    use_code,
)
from studio.staff.queries import actor_of_bearer, actor_of_session, guest_of_token, studio_is_empty
from studio.staff.queries.standing import forget
from studio.staff.rules import hash_password
from tests.conftest import rooms
from tests.factories.people import PASSWORD, signed_in

EMAIL = "ada@northquay.example"
Lives = Callable[[], bool]


def _cookie() -> Lives:
    token = perform(verified(), open_sign_in, _ada())
    return lambda: actor_of_session(token) is not None


def _bearer() -> Lives:
    token, _ = perform(verified(), issue_token, _ada(), 1 / 24)
    return lambda: actor_of_bearer(token) is not None


def _qr() -> Lives:
    token, _ = perform(signed_in("reception"), invite_guest, "registration")
    return lambda: (view := guest_of_token(token, "registration")) is not None and view.living


def _pairing() -> Lives:
    token, _ = perform(signed_in("owner"), invite_device)

    def pairs() -> bool:
        view = guest_of_token(token, "pair")
        with suppress(Refusal):
            return view is not None and bool(perform(view.actor(), pair_device, view.id, "Tablet"))
        return False

    return pairs


def _reset() -> Lives:
    code = perform(CONSOLE, give_code, _ada())

    def works() -> bool:
        with suppress(Refusal):
            perform(guest(), use_code, EMAIL, code, hash_password("four loose paper boats"))
            return True
        return False

    return works


def _ada() -> UUID:
    return perform(CONSOLE, add_user, **fill_account(name="Ada", email=EMAIL, password=PASSWORD), role="artist").id


TICKETS = {"cookie": _cookie, "API token": _bearer, "QR code": _qr, "pairing code": _pairing, "reset": _reset}


class Turned(Clock):
    """Somebody turns it by hand."""

    def __init__(self) -> None:
        self.by = timedelta(0)
        super().__init__(lambda: Clock().read() + self.by)

    def turn(self, **time: float) -> None:
        self.by += timedelta(**time)
        forget()


@pytest.fixture
def clock(studio: House) -> Turned:
    studio.clock = made = Turned()
    return made


@pytest.mark.parametrize("kind", TICKETS)
def test_it_lives_before_it_is_over(clock: Turned, kind: str) -> None:
    lives = TICKETS[kind]()
    clock.turn(minutes=1)
    assert lives()


@pytest.mark.parametrize("tidied", [True, False])
@pytest.mark.parametrize("kind", TICKETS)
@pytest.mark.parametrize("back", [{"hours": -9}, {"days": -365}, {"days": -56 * 365}], ids=str)
def test_what_was_over_stays_over_while_linework_runs(
    clock: Turned, kind: str, back: dict[str, float], *, tidied: bool
) -> None:
    lives = TICKETS[kind]()
    clock.turn(hours=9)
    house().clock.now()  # anything at all happens
    clock.turn(**back)
    if tidied:
        once(house(), Registry(rooms().areas.values()))
        assert not clock.is_set_back()
    assert not lives()


@pytest.mark.parametrize("kind", TICKETS)
def test_what_was_over_stays_over_when_the_clock_is_set_back_while_linework_is_shut(
    studio: House, clock: Turned, kind: str
) -> None:
    lives = TICKETS[kind]()
    clock.turn(hours=9)
    signed_in("owner")  # the last thing that happens
    folder: Path = studio.folder.path
    close_house()
    reopened = open_studio(folder, rooms())
    assert reopened.clock.is_set_back()
    forget()
    assert not lives()
    once(reopened, rooms())
    assert not reopened.clock.is_set_back()
    assert not lives()


def test_after_a_clock_that_was_far_ahead_people_sign_in_as_ever(studio: House, clock: Turned) -> None:
    ada = _ada()
    clock.turn(days=3650)
    perform(verified(), open_sign_in, ada)
    folder = studio.folder.path
    close_house()
    for _ in range(2):
        reopened = open_studio(folder, rooms())
        once(reopened, rooms())
        assert actor_of_session(perform(verified(), open_sign_in, ada))
        assert not studio_is_empty()
        close_house()
    open_studio(folder, rooms())


def test_a_correction_of_a_moment_ends_nothing(clock: Turned) -> None:
    lives = TICKETS["cookie"]()
    clock.turn(seconds=-3)
    assert not clock.is_set_back()
    assert lives()


@pytest.mark.parametrize("kind", TICKETS)
def test_what_is_handed_out_once_a_wrong_clock_was_put_right_lives_at_once(clock: Turned, kind: str) -> None:
    clock.turn(days=365)
    house().clock.now()
    clock.turn(days=-365)
    assert TICKETS[kind]()()
