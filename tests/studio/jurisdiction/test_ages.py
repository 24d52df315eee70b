"""Ages go by the date on the studio's wall, and who is refused stays refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.jurisdiction.rules import Standby, age_on, judge_age
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.shelf import shipped
from studio.kernel.time import Clock

DAYS = st.dates(date(1920, 1, 1), date(2060, 12, 31))
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Apia", "Asia/Kathmandu", "Europe/Berlin",
         "America/Sao_Paulo", "America/Los_Angeles", "Africa/Cairo", "Australia/Lord_Howe", "UTC")  # fmt: skip
NEUTRAL = shipped().profiles["neutral"]
PARENT = Standby(date(1980, 1, 1), present=True, proofs=frozenset({"photo_id", "birth_certificate"}))


@given(DAYS, st.integers(0, 45_000))
def test_age_starts_at_nothing_and_grows_by_one_at_most(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    for leap in ("march_1", "february_28"):
        assert age_on(born, born, leap) == 0
        assert age_on(born, day + timedelta(days=1), leap) - age_on(born, day, leap) in (0, 1)


@given(DAYS, st.integers(0, 120))
def test_the_birthday_itself_counts_and_the_eve_does_not(born: date, years: int) -> None:
    if (born.month, born.day) == (2, 29):
        return
    birthday = date(born.year + years, born.month, born.day)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


@given(st.sampled_from(range(1904, 2060, 4)), st.integers(1, 100))
def test_who_was_born_on_29_february_turns_as_the_law_counts(born: int, years: int) -> None:
    birth, year = date(born, 2, 29), born + years
    last = date(year, 3, 1) - timedelta(days=1)
    turned = years if last.day == 29 else years - 1
    assert age_on(birth, last) == turned
    assert age_on(birth, last, "february_28") == years
    assert age_on(birth, date(year, 3, 1)) == age_on(birth, date(year, 3, 1), "february_28") == years
    assert age_on(birth, last - timedelta(days=1), "february_28") == years - 1


def test_every_fourth_year_has_its_29_february_but_for_most_hundredth_ones() -> None:
    for year, turned in ((2000, 4), (2004, 8), (2096, 100), (2100, 104)):
        eve, day = date(year, 2, 28), date(year, 3, 1)
        leap = (day - eve).days == 2
        assert age_on(date(1996, 2, 29), eve, "february_28") == (turned - 1 if leap else turned)
        assert age_on(date(1996, 2, 29), eve) == turned - 1
        assert age_on(date(1996, 2, 29), day) == turned


@given(DAYS, DAYS)
def test_a_later_birthday_never_makes_older(one: date, other: date) -> None:
    day = date(2070, 6, 15)
    younger, older = max(one, other), min(one, other)
    assert age_on(younger, day) <= age_on(older, day)


@given(st.sampled_from(ZONES), st.dates(date(2000, 1, 1), date(2035, 12, 31)), st.integers(1, 3600))
def test_at_midnight_on_the_studios_wall_somebody_turns_18(zone: str, birthday: date, seconds: int) -> None:
    """The day is the studio's, wherever the client's phone comes from; also where clocks change at midnight."""
    if (birthday.month, birthday.day) == (2, 29):
        return
    born = date(birthday.year - 18, birthday.month, birthday.day)
    midnight = datetime(birthday.year, birthday.month, birthday.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    after, before = (
        Clock(lambda: midnight + timedelta(seconds=seconds)),
        Clock(lambda: midnight - timedelta(seconds=seconds)),
    )
    if after.today(zone) == birthday:
        assert judge_age(NEUTRAL, "tattoo", born, after.today(zone)).allowed
    if before.today(zone) < birthday:
        assert judge_age(NEUTRAL, "tattoo", born, before.today(zone)).refused


@pytest.mark.parametrize(
    ("zone", "allowed"),
    [("Pacific/Kiritimati", True), ("Asia/Kathmandu", True), ("UTC", False), ("Pacific/Pago_Pago", False)],
)
def test_at_one_moment_it_is_the_birthday_here_and_the_eve_there(zone: str, allowed: bool) -> None:
    moment = Clock(lambda: datetime(2026, 6, 14, 19, 0, tzinfo=UTC))
    assert judge_age(NEUTRAL, "tattoo", date(2008, 6, 15), moment.today(zone)).allowed is allowed


def test_who_turns_18_tomorrow_is_refused_today() -> None:
    day = date(2026, 6, 15)
    assert judge_age(NEUTRAL, "tattoo", date(2008, 6, 15), day).allowed
    refused = judge_age(NEUTRAL, "tattoo", date(2008, 6, 16), day)
    assert (refused.state, refused.reason, refused.age, refused.least) == ("refused", "too_young", 17, 18)


@given(st.integers(0, 17), st.booleans(), st.sampled_from(["tattoo", "cosmetic_tattoo", "no_such_kind"]))
def test_no_guardian_lifts_what_the_profile_refuses(age: int, present: bool, kind: str) -> None:
    born = date(2026 - age, 1, 1)
    guardian = Standby(date(1980, 1, 1), present, frozenset({"photo_id", "birth_certificate", "court_order"}))
    assert judge_age(NEUTRAL, kind, born, date(2026, 6, 15), guardian).refused


def test_a_minor_needs_a_guardian_who_is_adult_there_and_known() -> None:
    day, born = date(2026, 6, 15), date(2009, 1, 1)

    def judged(guardian: Standby | None) -> tuple[str, str]:
        verdict = judge_age(NEUTRAL, "piercing", born, day, guardian)
        return verdict.state, verdict.reason

    needed = "guardian_needed"
    assert judged(PARENT) == ("allowed", "with_guardian")
    assert judged(None) == (needed, "guardian_missing")
    assert judged(Standby(date(2009, 1, 1), is_client=True)) == (needed, "guardian_is_client")
    assert judged(Standby(date(2008, 6, 16))) == (needed, "guardian_minor")
    assert judged(Standby(None)) == (needed, "guardian_minor")
    assert judged(Standby(date(1980, 1, 1), present=False)) == (needed, "guardian_absent")
    assert judged(Standby(date(1980, 1, 1))) == (needed, "identity_missing")
    assert judged(Standby(date(1980, 1, 1), proofs=frozenset({"photo_id"}))) == (needed, "relation_missing")
    assert judge_age(NEUTRAL, "piercing", date(2010, 6, 16), day, PARENT).refused


def test_a_studio_may_ask_for_more_than_the_country_and_never_for_less() -> None:
    day, of_18 = date(2026, 6, 15), date(2008, 6, 15)
    assert judge_age(NEUTRAL, "tattoo", of_18, day, least=20).reason == "house_rule"
    assert judge_age(NEUTRAL, "tattoo", of_18, day, house_rule=21).refused
    assert judge_age(NEUTRAL, "tattoo", date(2009, 1, 1), day, least=14, house_rule=16).refused
    assert judge_age(NEUTRAL, "piercing", of_18, day, house_rule=21).reason == "guardian_missing"
    of_17 = date(2009, 6, 15)
    assert judge_age(NEUTRAL, "piercing", of_17, day, PARENT, least=17).reason == "with_guardian"
    assert judge_age(NEUTRAL, "piercing", date(2009, 6, 16), day, PARENT, least=17).reason == "house_rule"


def test_without_a_birth_date_or_before_birth_nobody_gets_anything() -> None:
    day = date(2026, 6, 15)
    assert judge_age(NEUTRAL, "tattoo", None, day).reason == "birth_date_missing"
    assert judge_age(NEUTRAL, "consultation", day + timedelta(days=1), day, PARENT).reason == "not_born"


@given(DAYS, DAYS, st.sampled_from(sorted(shipped().profiles)), st.sampled_from(["tattoo", "piercing", "jewellery"]))
def test_in_every_profile_growing_older_never_takes_away(born: date, day: date, key: str, kind: str) -> None:
    profile: Profile = shipped().profiles[key]
    order = {"refused": 0, "guardian_needed": 1, "allowed": 2}
    today, tomorrow = (judge_age(profile, kind, born, one) for one in (day, day + timedelta(days=1)))
    assert order[tomorrow.state] >= order[today.state]
