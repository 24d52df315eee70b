"""Somebody who comes to the door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.actions import add_user, fill_account
from studio.staff.queries import user_by_email
from studio.staff.sign_in import failures, sign_in
from tests.factories.people import PASSWORD
from tests.pages.staff.doorway import ADA


@pytest.fixture
def ada(studio: House) -> Iterator[Actor]:
    perform(CONSOLE, add_user, **fill_account(name="Ada Ink", email=ADA, password=PASSWORD), role="owner")
    known = user_by_email(ADA)
    assert known is not None
    yield sign_in(ADA, PASSWORD, zone="desk")[1]
    keys = (f"desk/{ADA}", f"desk/second/{known[0]}", f"pin/{known[0]}", f"desk/code/{ADA}", f"desk/ask/{ADA}")
    failures.clear([*keys, "desk/ask/nobody@northquay.example"])
