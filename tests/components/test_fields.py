"""Fields read what people really type."""

from datetime import date

import pytest

from components.form.amounts import show_amount
from components.form.days import pattern_hint, read_day, show_day
from components.form.phones import read_phone, show_phone
from studio.kernel.money import Money

APRIL = date(1990, 4, 23)


@pytest.mark.parametrize(
    ("typed", "locale", "day"),
    [
        ("23/04/1990", "en_GB", APRIL),
        ("4/23/1990", "en_US", APRIL),
        ("23.4.1990", "de_DE", APRIL),
        ("1990-04-23", "en_GB", APRIL),
        ("23041990", "pt_BR", APRIL),
        ("04231990", "en_US", APRIL),
        ("23 4 90", "en_GB", APRIL),
        ("31/02/1990", "en_GB", None),
        ("23/04", "en_GB", None),
        ("april", "en_GB", None),
        ("", "en_GB", None),
        (None, "en_GB", None),
        ("23/04/1990 x", "en_GB", None),
    ],
)
def test_a_day_is_read_in_the_order_people_here_use(typed: str | None, locale: str, day: date | None) -> None:
    assert read_day(typed, locale) == day


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "pt_BR", "sv_SE", "nl_NL"])
def test_a_day_shown_is_read_back_the_same(locale: str) -> None:
    assert read_day(show_day(APRIL, locale), locale) == APRIL
    assert pattern_hint(locale).count(show_day(APRIL, locale)[2] if locale != "sv_SE" else "-") == 2


def test_two_figures_of_a_year_mean_the_nearest_past() -> None:
    assert read_day("1/1/05", "en_GB") == date(2005, 1, 1)
    assert read_day("1/1/85", "en_GB") == date(1985, 1, 1)


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("07700 900412", "GB", "+447700900412"),
        ("+55 11 91234-5678", "GB", "+5511912345678"),
        ("(11) 91234-5678", "BR", "+5511912345678"),
        ("ask her mother", "GB", None),
        ("12", "GB", None),
    ],
)
def test_a_phone_number_is_kept_for_the_whole_world(typed: str, country: str, number: str | None) -> None:
    assert read_phone(typed, country) == number


def test_a_phone_number_is_shown_as_at_home_or_from_abroad() -> None:
    assert show_phone("+447700900412", "GB") == "07700 900412"
    assert show_phone("+447700900412", "BR").startswith("+44 ")
    assert show_phone("ask her mother", "GB") == "ask her mother"


@pytest.mark.parametrize(
    ("amount", "locale", "shown"),
    [
        (Money(123450, "GBP"), "en_GB", "1,234.50"),
        (Money(123450, "EUR"), "de-DE", "1.234,50"),
        (Money(1500, "UGX"), "en_UG", "1,500"),
        (Money(1500, "KWD"), "en_GB", "1.500"),
    ],
)
def test_an_amount_has_its_currencys_decimals(amount: Money, locale: str, shown: str) -> None:
    assert show_amount(amount, locale) == shown
