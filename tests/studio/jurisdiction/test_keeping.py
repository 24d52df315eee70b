"""How long records are kept: to a day, and for every kind of record in every profile."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.jurisdiction.rules import kept_until, retention
from studio.jurisdiction.schema import Keeping, RecordType
from studio.jurisdiction.shelf import shipped

SAID = {"en": "why"}


def keeping(months: int, from_what: str = "signed") -> Keeping:
    return Keeping.model_validate({"months": months, "from_what": from_what, "reason": SAID})


@pytest.mark.parametrize(
    ("months", "start", "until"),
    [
        (24, date(2026, 6, 15), date(2028, 6, 15)),
        (1, date(2026, 1, 31), date(2026, 2, 28)),
        (1, date(2028, 1, 31), date(2028, 2, 29)),
        (12, date(2028, 2, 29), date(2029, 2, 28)),
        (0, date(2026, 6, 15), date(2026, 6, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_there_is(months: int, start: date, until: date) -> None:
    assert kept_until(keeping(months), start) == until


def test_what_counts_from_the_end_of_the_year_ends_with_a_year() -> None:
    assert kept_until(keeping(96, "year_end"), date(2026, 2, 3)) == date(2034, 12, 31)


@given(st.integers(0, 1200), st.dates())
def test_nothing_is_kept_shorter_than_told_and_no_date_is_too_far(months: int, start: date) -> None:
    assert kept_until(keeping(months), start) >= start


@pytest.mark.parametrize("key", sorted(shipped().profiles))
@pytest.mark.parametrize("kind", get_args(RecordType))
def test_every_profile_says_how_long_every_record_is_kept_and_why(key: str, kind: RecordType) -> None:
    kept = retention(shipped().profiles[key], kind)
    assert kept.reason["en"]
    assert kept.reason["pt-BR"]
