"""Age goes by the studio's calendar; under age somebody else must stand in."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.clients.rules.age import guardian_problems, is_minor
from studio.jurisdiction.rules import age_on

DAYS = st.dates(date(1920, 1, 1), date(2060, 12, 31))


def test_the_birthday_itself_counts_and_the_eve_does_not() -> None:
    assert is_minor(date(2008, 6, 15), date(2026, 6, 14))
    assert not is_minor(date(2008, 6, 15), date(2026, 6, 15))


def test_who_was_born_on_29_february_turns_on_1_march() -> None:
    leap = date(2008, 2, 29)
    assert is_minor(leap, date(2026, 2, 28))
    assert not is_minor(leap, date(2026, 3, 1))
    assert age_on(leap, date(2028, 2, 29)) == 20


@given(DAYS, st.integers(0, 40_000))
def test_age_only_grows_and_by_one_at_most(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    step = age_on(born, day + timedelta(days=1)) - age_on(born, day)
    assert age_on(born, born) == 0
    assert step in (0, 1)


def test_an_unknown_birth_date_is_not_held_against_anybody() -> None:
    assert not is_minor(None, date(2026, 6, 15))


def test_a_minor_needs_a_guardian_who_is_somebody_else_and_adult() -> None:
    today, young = date(2026, 6, 15), date(2010, 1, 1)
    assert set(guardian_problems("Ana", young, "", None, today)) == {"guardian_name"}
    assert set(guardian_problems("Ana Pérez", young, "perez  ANA", None, today)) == {"guardian_name"}
    assert set(guardian_problems("Ana", young, "Rui", date(2009, 1, 1), today)) == {"guardian_birth_date"}
    assert not guardian_problems("Ana", young, "Rui", date(1980, 1, 1), today)
    assert not guardian_problems("Ana", date(1990, 1, 1), "", None, today)
