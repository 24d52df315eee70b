"""Guessing, in figures: how many tries fit into ten minutes, where, and what the answers tell apart."""

from __future__ import annotations

import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import Refusal, TooMany
from studio.kernel.work import perform
from studio.staff import sign_in
from studio.staff.actions import add_user, fill_account
from studio.staff.tries import Failures
from tests.factories.people import PASSWORD

ADA, NOBODY = "ada@northquay.example", "nobody@northquay.example"


class Watch:
    """A clock for the throttle alone, and the comparisons made by it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.compared: list[float] = []

    def compare(self, password: str, _: str) -> bool:
        self.compared.append(self.now)
        return password == PASSWORD

    def most_in(self, seconds: float) -> int:
        """The most comparisons in any stretch of so many seconds."""
        return max(sum(at <= one < at + seconds for one in self.compared) for at in self.compared)


@pytest.fixture
def watch(studio: House, monkeypatch: pytest.MonkeyPatch) -> Watch:
    perform(CONSOLE, add_user, **fill_account(name="Ada", email=ADA, password=PASSWORD), role="owner")
    made = Watch()
    monkeypatch.setattr(sign_in, "failures", Failures(now=lambda: made.now))
    monkeypatch.setattr(sign_in, "password_fits", made.compare)
    return made


def guess(email: str, *, zone: str = "lan", address: str = "10.0.0.7") -> str:
    try:
        sign_in.sign_in(email, "not this one", zone=zone, address=address)
    except Refusal as refusal:
        return f"{type(refusal).__name__}: {refusal.status}"
    return "in"


@pytest.mark.parametrize("address", ["10.0.0.7", "10.0.{n}.7"])
def test_a_thousand_tries_on_one_account_are_ten_in_ten_minutes(watch: Watch, address: str) -> None:
    """From one address or from a new one each time."""
    for n in range(1000):
        guess(ADA, address=address.format(n=n % 250))
        watch.now += 3.6
    assert 5 < len(watch.compared) < 30
    assert watch.most_in(600) <= 10


def test_a_thousand_accounts_from_one_address_are_ten_in_ten_minutes(watch: Watch) -> None:
    for n in range(1000):
        guess(f"somebody{n}@northquay.example")
        watch.now += 3.6
    assert watch.most_in(600) <= 10


def test_nobody_on_the_network_keeps_the_owner_out_at_the_computer_itself(watch: Watch) -> None:
    for _ in range(200):
        guess(ADA)
    with pytest.raises(TooMany):
        sign_in.sign_in(ADA, PASSWORD, zone="lan", address="10.0.0.8")
    assert sign_in.sign_in(ADA, PASSWORD, zone="desk", address="127.0.0.1")[1].role == "owner"


def test_at_the_computer_itself_the_longest_wait_is_four_minutes(watch: Watch) -> None:
    for _ in range(1000):
        guess(ADA, zone="desk", address="127.0.0.1")
        watch.now += 3.6
    watch.now += 240
    assert sign_in.sign_in(ADA, PASSWORD, zone="desk", address="127.0.0.1")[0]


def test_known_and_unknown_people_get_the_same_answers_after_the_same_work(watch: Watch) -> None:
    told = {}
    for email, address in ((ADA, "10.0.0.1"), (NOBODY, "10.0.0.2")):
        watch.compared.clear()
        told[email] = [guess(email, address=address) for _ in range(9)], len(watch.compared)
    assert told[ADA] == told[NOBODY]
    assert told[ADA] == (["WrongPassword: 401"] * 5 + ["TooMany: 429"] * 4, 5)
