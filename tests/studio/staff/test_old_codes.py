"""Codes that nobody used in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from studio.clients.actions import invite_registration
from studio.consent.housekeeping import end_forgotten
from studio.consent.queries import ceremony as one_signing
from studio.consent.queries import ceremony_of_token
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import invite_device
from studio.staff.housekeeping import tidy_sign_ins
from studio.staff.queries import guest_of_token
from tests.factories.consents import adult, opened
from tests.factories.people import signed_in


@pytest.mark.parametrize("purpose", ["registration", "pair"])
def test_a_clock_set_back_brings_no_old_code_to_life(studio: House, purpose: str) -> None:
    owner, read = signed_in("owner"), studio.clock.read
    token = perform(owner, invite_device if purpose == "pair" else invite_registration)[0]
    known = guest_of_token(token, purpose)
    assert known is not None
    assert known.living
    studio.clock.read = lambda: read() + timedelta(hours=2)
    perform(timer("tidy"), tidy_sign_ins)
    studio.clock.read = read
    again = guest_of_token(token, purpose)
    assert again is None or not again.living


def test_a_signing_whose_code_is_gone_ends_as_before(studio: House) -> None:
    _, ceremony = opened(adult())
    read, now = studio.clock.read, studio.clock.now()
    studio.clock.read = lambda: now + timedelta(hours=2)
    perform(timer("tidy"), tidy_sign_ins)
    assert perform(timer("tidy"), end_forgotten) == 1
    studio.clock.read = read
    assert ask(signed_in("reception"), one_signing, ceremony.id).stage == "ended"
    assert ceremony_of_token("x" * 30) is None
