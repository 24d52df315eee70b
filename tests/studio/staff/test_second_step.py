"""The second step: a code of the app, once; codes for a lost phone, once each; nothing skips it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import pyotp
import pytest

from studio.kernel.actor import CONSOLE, Actor, guest
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Refusal, TooMany
from studio.kernel.work import ask, perform
from studio.messages.queries import my_alerts
from studio.staff.actions import (
    add_user,
    fill_account,
    give_code,
    renew_recovery_codes,
    turn_off_second_step,
    turn_on_second_step,
    use_code,
)
from studio.staff.refusals import ClockIsOff, ProofIsOld, SecondStepIsMissing, WrongFirstCode, WrongSecondStep
from studio.staff.rules import hash_password
from studio.staff.second_step import new_secret
from studio.staff.sign_in import HalfWay, Place, api_sign_in, failures, finish_sign_in, sign_in
from tests.factories.clock import Later, later
from tests.factories.people import PASSWORD, id_of, signed_in

EMAIL = "ada@northquay.example"
DESK = Place("desk")


@dataclass
class Ada:
    """Somebody whose sign-in has a second step, and the app on her phone."""

    actor: Actor
    secret: str
    spare: list[str]
    clock: Later

    def code(self, seconds_ago: float = 0) -> str:
        return pyotp.TOTP(self.secret).at(int(self.clock.now().timestamp() - seconds_ago))

    def next_code(self) -> str:
        self.clock.wait(seconds=30)
        return self.code()

    def half_way(self) -> str:
        with pytest.raises(HalfWay) as half:
            sign_in(EMAIL, PASSWORD, zone="desk")
        return half.value.proof

    def finish(self, code: str) -> Actor:
        return finish_sign_in(self.half_way(), code, DESK)[1]


@pytest.fixture
def ada(studio: House) -> Iterator[Ada]:
    clock = later(studio)
    perform(CONSOLE, add_user, **fill_account(name="Ada", email=EMAIL, password=PASSWORD), role="artist")
    _, actor = sign_in(EMAIL, PASSWORD, zone="desk")
    made = Ada(actor, new_secret(), [], clock)
    made.spare = perform(actor, turn_on_second_step, made.secret, made.code())
    yield made
    failures.clear([f"desk/second/{actor.id}", f"desk/{EMAIL}"])


def test_the_password_alone_does_no_longer_do(ada: Ada) -> None:
    assert ada.finish(ada.next_code()).id == ada.actor.id
    with pytest.raises(SecondStepIsMissing):
        api_sign_in(EMAIL, PASSWORD, zone="desk", minutes=5)
    assert api_sign_in(EMAIL, PASSWORD, zone="desk", minutes=5, second=ada.next_code())[0]


def test_a_code_counts_once(ada: Ada) -> None:
    code = ada.next_code()
    ada.finish(code)
    with pytest.raises(WrongSecondStep):
        ada.finish(code)


def test_the_code_it_was_switched_on_with_signs_nobody_in(ada: Ada) -> None:
    with pytest.raises(WrongSecondStep):
        ada.finish(ada.code())


def test_an_hundred_uses_at_once_let_one_in(ada: Ada) -> None:
    code, proof = ada.next_code(), ada.half_way()

    def use(_: int) -> bool:
        with suppress(Refusal):
            return bool(finish_sign_in(proof, code, DESK))
        return False

    with ThreadPoolExecutor(20) as crowd:
        assert sum(crowd.map(use, range(100))) == 1


def test_a_code_may_be_one_step_early_or_late_and_no_more(ada: Ada) -> None:
    ada.clock.wait(minutes=10)
    second = ada.clock.now().timestamp() % 30
    with pytest.raises(WrongSecondStep):
        ada.finish(ada.code(second + 31))  # its half minute ended 31 seconds before this one began
    with pytest.raises(WrongSecondStep):
        ada.finish(ada.code(second - 61))
    ada.finish(ada.code(second + 1))
    ada.finish(ada.code(second - 31))


def test_each_code_for_a_lost_phone_works_once(ada: Ada) -> None:
    assert len(set(ada.spare)) == 10
    ada.finish(ada.spare[0].upper())
    with pytest.raises(WrongSecondStep):
        ada.finish(ada.spare[0])
    fresh = perform(ada.actor, renew_recovery_codes)
    with pytest.raises(WrongSecondStep):
        ada.finish(ada.spare[1])
    ada.finish(fresh[0])


def test_guessing_codes_is_slowed_down(ada: Ada) -> None:
    for _ in range(5):
        with pytest.raises(WrongSecondStep):
            ada.finish("000 000")
    with pytest.raises(TooMany):
        ada.finish(ada.next_code())
    (told,), _ = ask(signed_in("owner"), my_alerts)
    assert told.sentence.startswith("Somebody knows the password of Ada")


def test_a_new_password_by_code_skips_nothing(ada: Ada) -> None:
    code = perform(CONSOLE, give_code, id_of(ada.actor))
    perform(guest(), use_code, EMAIL, code, hash_password(PASSWORD))
    assert ada.half_way()


def test_half_way_is_for_five_minutes_and_one_door(ada: Ada) -> None:
    proof = ada.half_way()
    with pytest.raises(ProofIsOld):
        finish_sign_in(proof, ada.next_code(), Place("lan"))
    with pytest.raises(ProofIsOld):
        finish_sign_in("made up", ada.next_code(), DESK)
    ada.clock.wait(minutes=5, seconds=1)
    with pytest.raises(ProofIsOld):
        finish_sign_in(proof, ada.next_code(), DESK)


def test_an_owner_switches_it_off_for_a_lost_phone_and_nobody_else_does(ada: Ada) -> None:
    for role in ("artist", "manager"):
        with pytest.raises(Denied):
            perform(signed_in(role), turn_off_second_step, id_of(ada.actor))
    perform(signed_in("owner"), turn_off_second_step, id_of(ada.actor))
    assert sign_in(EMAIL, PASSWORD, zone="desk")[1].id == ada.actor.id


@pytest.mark.parametrize(("seconds", "refusal"), [(300, ClockIsOff), (-300, ClockIsOff), (3600, WrongFirstCode)])
def test_switching_on_tells_when_a_clock_is_off(studio: House, seconds: int, refusal: type) -> None:
    secret, clock = new_secret(), later(studio)
    code = pyotp.TOTP(secret).at(int(clock.now().timestamp()) + seconds)
    with pytest.raises(refusal) as told:
        perform(signed_in("artist"), turn_on_second_step, secret, code)
    assert refusal is WrongFirstCode or "5 minutes apart" in str(told.value)


def test_neither_secret_nor_codes_are_to_be_read(ada: Ada, studio: House) -> None:
    with studio.db.reading() as connection:
        told = connection.exec_driver_sql("select group_concat(facts || changes) from journal_values").scalar()
        kept = connection.exec_driver_sql("select group_concat(totp_secret) from user").scalar()
        spare = connection.exec_driver_sql("select group_concat(code_hash) from recovery_code").scalar()
    for secret in (ada.secret, *ada.spare):
        assert secret not in f"{told}{kept}{spare}"
