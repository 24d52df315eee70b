"""What people type: kept when it means something, refused with the field's limit when it does not fit."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.clients import refusals
from studio.clients.rules.cleaning import (
    clean_birth_date,
    clean_email,
    clean_name,
    clean_tags,
    clean_text,
)
from studio.clients.rules.details import Frame, clean_details
from studio.kernel.refusal import Invalid

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize("nothing", ["", "   ", "\t\n", "\u200b\u200d\ufeff", "\u3164", "\x00\x07", None])
def test_a_name_that_shows_nothing_is_missing(nothing: str | None) -> None:
    with pytest.raises(refusals.NameIsMissing):
        clean_name(nothing)


@pytest.mark.parametrize(
    "name",
    [
        "O'Neil\"; DROP TABLE client;--",
        "<img src=x onerror=alert(1)>",
        "日本語",
        "العربية",
        "👩‍🎤",
        "=HYPERLINK(1)",
        "-2+3",
        "{name}",
        "Zoë Ångström",
    ],
)
def test_a_strange_name_is_kept_letter_by_letter(name: str) -> None:
    assert clean_name(name) == name


def test_a_huge_name_is_refused_at_once_and_the_limit_is_named() -> None:
    huge, start = "x" * 10_000_000, time.perf_counter()
    with pytest.raises(refusals.TextIsTooLong) as refused:
        clean_name(huge)
    assert time.perf_counter() - start < 0.1
    assert "200" in refused.value.text()


def test_control_characters_and_lone_surrogates_are_dropped() -> None:
    assert clean_text("A\x00n\x07a\x1b \ud800Pe\x9creira") == "Ana Pereira"
    assert clean_text("one\r\ntwo\x00", lines=True) == "one\ntwo"


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text, 400, lines=True)
    assert clean_text(once, 400, lines=True) == once
    once.encode()


def test_an_email_is_checked_without_asking_the_network() -> None:
    assert clean_email(" Ana@Example.COM ") == "ana@example.com"
    assert clean_email("") == ""


@pytest.mark.parametrize(
    "typed", ["ana@example.com\nBcc: all@example.com", "ana", "a@b", "@example.com", "a b@example.com"]
)
def test_a_broken_email_is_refused(typed: str) -> None:
    with pytest.raises(refusals.EmailIsUnclear):
        clean_email(typed)


@pytest.mark.parametrize(
    "typed", ["2026-06-16", "1850-01-01", "2023-02-29", "0000-00-00", "20000101", "01/02/2000", "٢٠٠٠-01-01", "soon"]
)
def test_an_impossible_birth_date_is_refused(typed: str) -> None:
    with pytest.raises((refusals.DateIsUnclear, refusals.BirthDateIsAhead, refusals.BirthDateIsTooLongAgo)):
        clean_birth_date(typed, TODAY)


def test_today_and_120_years_ago_are_possible() -> None:
    assert clean_birth_date("2026-06-15", TODAY) == TODAY
    assert clean_birth_date("1906-06-15", TODAY) == date(1906, 6, 15)
    with pytest.raises(refusals.BirthDateIsTooLongAgo):
        clean_birth_date("1905-06-14", TODAY)


def test_tags_are_small_once_each_and_sorted() -> None:
    assert clean_tags(["VIP ", "vip", "", "cover  up"]) == ["cover up", "vip"]
    with pytest.raises(refusals.TooManyTags):
        clean_tags([str(number) for number in range(31)])


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        clean_details(
            {"name": " ", "phone": "12", "email": "x", "birth_date": "2030-01-01", "colour": "red"}, Frame(TODAY, "GB")
        )
    assert set(refused.value.fields) == {"name", "phone", "email", "birth_date", "colour"}


@pytest.mark.parametrize("value", [7, ["a"], {"a": 1}, True])
def test_what_is_no_text_is_refused_by_its_field(value: object) -> None:
    with pytest.raises(Invalid) as refused:
        clean_details({"name": value}, Frame(TODAY))
    assert set(refused.value.fields) == {"name"}
