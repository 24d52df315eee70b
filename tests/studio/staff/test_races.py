"""What may be used once is used once, however many try at the same moment; nobody guesses it, nothing skips a step."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from math import log2

import pyotp
import pytest

from studio.kernel.actor import CONSOLE, guest
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.staff.actions import (
    add_user,
    fill_account,
    give_code,
    invite_device,
    invite_guest,
    pair_device,
    set_password,
    turn_on_second_step,
    use_code,
    use_guest_token,
)
from studio.staff.codes import LETTERS, MOST_TRIES, new_code
from studio.staff.new_password import choose_password
from studio.staff.queries import guest_of_token
from studio.staff.refusals import WrongCode
from studio.staff.rules import hash_password, new_token
from studio.staff.second_step import new_secret
from studio.staff.sign_in import HalfWay, Place, failures, finish_sign_in, sign_in
from tests.factories.clock import later
from tests.factories.people import PASSWORD, id_of, signed_in

EMAIL, OTHER = "ada@northquay.example", "four loose paper boats"
DESK = Place("desk")


def wins(attempt: Callable[[int], object], times: int) -> int:
    """How many of so many at once get through."""

    def one(n: int) -> bool:
        with suppress(Refusal):
            attempt(n)
            return True
        return False

    with ThreadPoolExecutor(32) as crowd:
        return sum(crowd.map(one, range(times)))


def test_a_thousand_phones_with_one_code_are_one(studio: House) -> None:
    token, _ = perform(signed_in("reception"), invite_guest, "registration")
    view = guest_of_token(token, "registration")
    assert view
    assert wins(lambda n: perform(view.actor(), use_guest_token, view.id, "registration"), 1000) == 1


def test_a_hundred_tablets_with_one_code_are_one(studio: House) -> None:
    token, _ = perform(signed_in("owner"), invite_device)
    view = guest_of_token(token, "pair")
    assert view
    assert wins(lambda n: perform(view.actor(), pair_device, view.id, f"Tablet {n}"), 100) == 1


def test_a_hundred_who_read_one_reset_code_are_one(studio: House) -> None:
    ada = perform(CONSOLE, add_user, **fill_account(name="Ada", email=EMAIL, password=PASSWORD), role="artist")
    code, hashed = perform(CONSOLE, give_code, ada.id), hash_password(OTHER)
    assert wins(lambda n: perform(guest(), use_code, EMAIL, code, hashed), 100) == 1


def test_a_crowd_that_guesses_at_a_reset_code_has_five_tries_in_all(studio: House) -> None:
    ada = perform(CONSOLE, add_user, **fill_account(name="Ada", email=EMAIL, password=PASSWORD), role="artist")
    code = perform(CONSOLE, give_code, ada.id)
    assert wins(lambda n: choose_password(EMAIL, new_code(), OTHER, Place("lan", f"10.0.0.{n}")), 40) == 0
    failures.clear([f"lan/code/{EMAIL}"])
    with pytest.raises(WrongCode):
        choose_password(EMAIL, code, OTHER, Place("lan", "10.0.1.1"))


def test_a_token_meant_for_one_thing_is_good_for_nothing_else(studio: House) -> None:
    token, _ = perform(signed_in("reception"), invite_guest, "registration")
    view = guest_of_token(token, "registration")
    assert view
    assert guest_of_token(token, "pair") is None
    assert wins(lambda n: perform(view.actor(), pair_device, view.id, "Tablet"), 1) == 0
    assert wins(lambda n: perform(view.actor(), use_guest_token, view.id, "pair"), 1) == 0


def test_a_million_guesses_find_no_token(studio: House) -> None:
    """256 bits each: what may be tried in a bounded test finds none, and neither would a million against a thousand."""
    living = [perform(signed_in("reception"), invite_guest, "registration")[0] for _ in range(20)]
    assert not any(guest_of_token(new_token(), "registration") for _ in range(500))
    assert not any(guest_of_token(near, "registration") for token in living for near in neighbours(token))
    assert log2(1_000_000 * 1000) - 256 < -200
    drawn = [int.from_bytes(bytes.fromhex(new_token().encode().hex())) for _ in range(4000)]
    assert len(set(drawn)) == len(drawn)


def neighbours(token: str) -> list[str]:
    """One letter off, one short, one more, in another case."""
    return [
        token[:-1],
        token + "A",
        token.swapcase(),
        *(f"{token[:n]}{'A' if token[n] != 'A' else 'B'}{token[n + 1 :]}" for n in range(len(token))),
    ]


def test_a_code_that_is_typed_holds_enough_for_five_tries() -> None:
    assert len(LETTERS) ** 10 / MOST_TRIES > 2**46


def test_no_way_to_a_new_password_skips_the_second_step(studio: House) -> None:
    clock = later(studio)
    perform(CONSOLE, add_user, **fill_account(name="Ada", email=EMAIL, password=PASSWORD), role="artist")
    _, ada = sign_in(EMAIL, PASSWORD, zone="desk")
    secret, owner = new_secret(), signed_in("owner")
    spare = perform(ada, turn_on_second_step, secret, pyotp.TOTP(secret).at(int(clock.now().timestamp())))
    ways: list[Callable[[], object]] = [
        lambda: perform(guest(), use_code, EMAIL, perform(CONSOLE, give_code, id_of(ada)), hash_password(OTHER)),
        lambda: perform(owner, set_password, id_of(ada), hash_password(OTHER)),
        lambda: perform(CONSOLE, set_password, id_of(ada), hash_password(OTHER)),
    ]
    for way in ways:
        way()
        with pytest.raises(HalfWay) as half:
            sign_in(EMAIL, OTHER, zone="desk")
    proof = half.value.proof
    assert wins(lambda n: finish_sign_in(proof, spare[0], DESK), 60) == 1
    failures.clear([f"desk/second/{ada.id}", f"desk/{EMAIL}"])
