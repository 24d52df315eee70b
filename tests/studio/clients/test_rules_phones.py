"""Phone numbers: understood where possible, refused where impossible, kept as typed where they may be foreign."""

import re

import pytest

from studio.clients import refusals
from studio.clients.rules.cleaning import digits
from studio.clients.rules.phones import clean_phone, is_whole, phone_words, usual_numbers
from studio.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("07700 900123", "GB", "+447700900123"),
        ("0044 7700 900123", "GB", "+447700900123"),
        ("(11) 98765-4321", "BR", "+5511987654321"),
        ("912 345 678", "PT", "+351912345678"),
        ("+49 30 123456", "GB", "+4930123456"),
        ("+49 30 123456", "", "+4930123456"),
        ("", "GB", ""),
    ],
)
def test_a_whole_number_becomes_international(typed: str, country: str, kept: str) -> None:
    assert clean_phone(typed, country) == kept
    assert is_whole(kept)


@pytest.mark.parametrize("typed", ["12345", "07700 9001", "8765-4321", "ext 55512", "020 7946 0958 x12"])
def test_what_may_be_foreign_or_cut_short_stays_as_typed_and_asks_for_a_look(typed: str) -> None:
    assert clean_phone(typed, "GB") == typed
    assert not is_whole(typed)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("1234", refusals.PhoneIsUnclear),
        ("phone", refusals.PhoneIsUnclear),
        ("1" * 30, refusals.PhoneIsTooLong),
        ("1" * 16, refusals.PhoneIsTooLong),
        ("+44 7700 9001234567", refusals.PhoneIsTooLong),
        ("+44 77009", refusals.PhoneHasWrongLength),
        ("+44 7700 9001234", refusals.PhoneHasWrongLength),
        ("0044 77009", refusals.PhoneHasWrongLength),
        ("+999 12345678", refusals.CountryCodeIsUnknown),
    ],
)
@pytest.mark.parametrize("country", ["GB", "DE"])
def test_what_no_country_has_is_refused(typed: str, refusal: type[Refusal], country: str) -> None:
    with pytest.raises(refusal):
        clean_phone(typed, country)


def test_an_extension_does_not_make_a_number_too_long() -> None:
    assert clean_phone("+44 20 7946 0958 x12345", "GB") == "+44 20 7946 0958 x12345"


def test_a_phone_is_found_with_and_without_the_countrys_code() -> None:
    assert phone_words("+447700900123", "GB") == {"447700900123", "07700900123"}
    assert digits("٠٧٧") == "077"


def test_a_form_can_ask_how_numbers_look_at_home() -> None:
    assert (usual_numbers("GB").prefix, usual_numbers("GB").lengths) == ("0", (9, 10))
    assert usual_numbers("").lengths == usual_numbers("XX").lengths == ()


@pytest.mark.parametrize(
    ("typed", "fine"),
    [("07700900123", True), ("7700900123", True), ("+5511", True), ("004930123456", True), ("077009001", False)],
)
def test_a_phone_tells_a_whole_number_from_a_cut_one(typed: str, fine: bool) -> None:
    assert bool(re.search(usual_numbers("GB").pattern, typed)) == fine
    assert re.search(usual_numbers("").pattern, typed)
