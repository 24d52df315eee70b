"""Guessing passwords in parallel is no faster than one by one."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from studio.kernel.house import House
from studio.kernel.refusal import TooMany
from studio.staff import rules, sign_in
from studio.staff.refusals import WrongPassword
from studio.staff.rules import FREE_TRIES
from studio.staff.tries import Failures


def test_a_hundred_guesses_at_once_get_five_answers(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def slow(password: str, _: str) -> bool:
        compared.append(password)
        time.sleep(0.05)
        return False

    def guess(number: int) -> str:
        try:
            sign_in.sign_in("ada@northquay.example", f"guess {number}", zone="lan", address=f"10.0.0.{number}")
        except (TooMany, WrongPassword) as refusal:
            return type(refusal).__name__
        return "in"

    monkeypatch.setattr(sign_in, "failures", Failures())
    monkeypatch.setattr(sign_in, "password_fits", slow)
    with ThreadPoolExecutor(40) as crowd:
        told = Counter(crowd.map(guess, range(100)))
    assert len(compared) == FREE_TRIES
    assert told == {"WrongPassword": FREE_TRIES, "TooMany": 100 - FREE_TRIES}


def test_many_right_ones_at_once_all_come_in() -> None:
    failures = Failures()

    def come_in(_: int) -> bool:
        with failures.trying(["desk/ada"]) as outcome:
            time.sleep(0.01)
            outcome.right = True
        return True

    with ThreadPoolExecutor(30) as crowd:
        assert all(crowd.map(come_in, range(60)))


def test_in_a_studio_every_guess_is_slow(usual_cost: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "COST", usual_cost)
    assert rules.hash_password("seven quiet needles").startswith("$2b$12$")
