"""Money adds up to the last unit, whatever is done with it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.kernel.money import Money, NotAnAmount, TooMuch, TooPrecise, exponent

amounts = st.integers(-(10**13), 10**13)
weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


@given(amounts, weights)
def test_a_split_never_loses_a_cent(minor: int, parts: list[int]) -> None:
    shares = Money(minor, "EUR").split(parts)
    assert sum(share.minor for share in shares) == minor


@given(amounts, weights)
def test_a_share_is_within_one_unit_of_its_exact_part(minor: int, parts: list[int]) -> None:
    for share, part in zip(Money(minor, "EUR").split(parts), parts, strict=True):
        assert abs(share.minor * sum(parts) - minor * part) <= sum(parts)


@pytest.mark.parametrize(("currency", "digits"), [("UGX", 0), ("JPY", 0), ("EUR", 2), ("BRL", 2), ("KWD", 3)])
def test_each_currency_has_its_decimals(currency: str, digits: int) -> None:
    assert exponent(currency) == digits
    assert Money.exact(Decimal(7), currency).minor == 7 * 10**digits


@pytest.mark.parametrize(
    ("typed", "locale", "minor"),
    [
        ("1,50", "pt-BR", 150),
        ("1.50", "en-GB", 150),
        ("1.234,56", "de-DE", 123456),
        ("1,234.56", "en-US", 123456),
        (" 12 ", "en-GB", 1200),
    ],
)
def test_amounts_are_read_by_the_rules_of_the_place(typed: str, locale: str, minor: int) -> None:
    assert Money.read(typed, "EUR", locale) == Money(minor, "EUR")


@pytest.mark.parametrize("typed", ["", " ", "1e9", "NaN", "Infinity", "٣", "12abc", "1.2.3", "--5", "0x10"])
def test_what_is_no_amount_is_refused_and_named(typed: str) -> None:
    with pytest.raises(NotAnAmount) as refused:
        Money.read(typed, "EUR", "en-GB")
    assert list(refused.value.fields) == ["amount"]


def test_more_decimals_than_the_currency_has_are_refused() -> None:
    with pytest.raises(TooPrecise):
        Money.read("0.005", "EUR", "en-GB")
    with pytest.raises(TooPrecise):
        Money.read("1.5", "UGX", "en-GB")


def test_amounts_beyond_reason_are_refused() -> None:
    with pytest.raises(TooMuch):
        Money.exact(Decimal(10**15), "EUR")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="EUR"):
        Money(1, "EUR") + Money(1, "BRL")


def test_a_float_is_not_money() -> None:
    with pytest.raises(TypeError):
        Money(1.5, "EUR")  # type: ignore[arg-type]  # the mistake this test is about


def test_it_is_written_as_people_there_write_it() -> None:
    assert Money(123450, "BRL").text("pt-BR").replace("\xa0", " ") == "R$ 1.234,50"
    assert Money(5000, "UGX").text("en-UG").replace("\xa0", " ").endswith("5,000")
