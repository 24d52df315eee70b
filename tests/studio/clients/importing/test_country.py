"""A file is read by the country's rules, like every form."""

from __future__ import annotations

from datetime import UTC, datetime

from studio.jurisdiction.actions import change_profile, choose_profile, copy_profile
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.time import Clock
from studio.kernel.work import perform
from tests.factories.imports import checked
from tests.factories.people import signed_in

LINE = b"Name,Birth date\nAna Pereira,2008-02-29\n"


def test_who_was_born_on_29_february_comes_of_age_when_the_country_says_so(studio: House) -> None:
    studio.clock = Clock(lambda: datetime(2027, 2, 28, 12, tzinfo=UTC))
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    perform(CONSOLE, choose_profile, own.key)
    content = {**own.content, "majority": {"age": 19, "leap_birthday": "march_1"}}
    own = perform(CONSOLE, change_profile, own.id, content, own.version)
    assert dict(checked(signed_in("owner"), LINE).counts) == {"wrong": 1}
    content["majority"]["leap_birthday"] = "february_28"
    perform(CONSOLE, change_profile, own.id, content, own.version)
    assert dict(checked(signed_in("owner"), LINE).counts) == {"new": 1}
