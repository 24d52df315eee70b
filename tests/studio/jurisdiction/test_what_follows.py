"""The profile in force decides at the registration form, on the client's card and at the ceremony."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from studio.clients.filing import frame_of
from studio.consent.judging import Session, age_allowed
from studio.consent.refusals import UnderAge
from studio.jurisdiction.actions import change_profile, choose_profile, copy_profile
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.consents import signed


def ours(**changes: Any) -> None:
    """A profile of the studio's own, in force, with these parts changed."""
    own = perform(CONSOLE, copy_profile, "neutral", "Ours")
    perform(CONSOLE, choose_profile, own.key)
    perform(CONSOLE, change_profile, own.id, {**own.content, **changes}, own.version)


def test_who_counts_as_adult_follows_the_profile_and_the_studio_may_ask_for_more(studio: House) -> None:
    assert frame_of(studio).adult == 18
    ours(majority={"age": 19, "leap_birthday": "february_28"})
    assert (frame_of(studio).adult, frame_of(studio).leap) == (19, "february_28")
    perform(CONSOLE, change_setting, "clients.adult_age", 21)
    assert frame_of(studio).adult == 21
    perform(CONSOLE, change_setting, "clients.adult_age", 16)
    assert frame_of(studio).adult == 19


def test_the_ceremony_refuses_by_the_profiles_age_for_a_tattoo(studio: House) -> None:
    client = on_file(CONSOLE, "Ana", birth_date="2007-06-15")
    day = date(2026, 6, 15)
    assert age_allowed(studio, client.birth_date, Session("tattoo", 18, day)) == 19
    ours(ages={"tattoo": {"alone": 21}, "other": {"alone": 18}})
    with pytest.raises(UnderAge) as refused:
        age_allowed(studio, client.birth_date, Session("tattoo", 18, day))
    assert refused.value.values["age"] == 21


def test_what_is_signed_names_the_rules_of_its_day(studio: House) -> None:
    _, before = signed()
    ours(ages={"tattoo": {"alone": 21}, "other": {"alone": 18}})
    _, after = signed()
    assert before.body is not None
    assert after.body is not None
    assert (before.body["rules"]["key"], after.body["rules"]["key"]) == ("neutral", "own-ours")
    assert before.body["rules"]["digest"] != after.body["rules"]["digest"]
