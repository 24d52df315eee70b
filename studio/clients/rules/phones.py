"""Phone numbers: international where they can be understood, refused where nobody can have them, else as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from studio.clients import refusals
from studio.clients.rules.cleaning import clean_text, digits

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LEAST, MOST = 5, 15
"""Digits of a number; no country has longer ones (E.164)."""


def clean_phone(text: object, country: str) -> str:
    """International where it fits the studio's country or names its own, else as typed.

    Refuses what no country has. A number of a wrong length without a country's code stays: it may be foreign.
    """
    typed = clean_text(text, 60)
    if not typed:
        return ""
    if len(digits(typed)) < LEAST:
        raise refusals.PhoneIsUnclear
    number = _understood(typed, country)
    if number is None or number.extension:
        return typed
    if not _names_country(number):
        return _written(number) if _is_usual(number, country) else typed
    if not _is_possible(number):
        raise refusals.PhoneHasWrongLength(code=number.country_code)
    return _written(number)


def is_whole(phone: str) -> bool:
    """Whether a kept number can be called from anywhere; one kept as typed is worth a look."""
    return not phone or phone.startswith("+")


def phone_words(phone: str, country: str) -> set[str]:
    """The ways people look a number up: with and without the country's code, digits only."""
    words = {digits(phone)} - {""}
    if phone.startswith("+"):
        words.add(national_digits(phone, country))
    return words


def national_digits(phone: str, country: str) -> str:
    """A number as dialled inside its own country, digits only."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, country or None)
    except phonenumbers.NumberParseException:
        return digits(phone)
    return digits(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))


@dataclass(frozen=True)
class Usual:
    """How numbers are dialled inside a country: what comes before them, and how many digits then follow."""

    prefix: str = ""
    lengths: tuple[int, ...] = ()

    @property
    def pattern(self) -> str:
        """What digits match that are whole at home, or foreign with the country's code; all where nothing is usual."""
        if not self.lengths:
            return ""
        least, most = self.lengths[0], self.lengths[-1]
        if self.prefix == "0":
            return rf"^(\+|00|0?[1-9]\d{{{least - 1},{most - 1}}}$)"
        return rf"^(\+|00|({self.prefix})?\d{{{least},{most}}}$)"


@lru_cache(maxsize=8)
def usual_numbers(country: str) -> Usual:
    """Of the country's fixed and mobile numbers; nothing is usual where no country is set."""
    from phonenumbers import PhoneMetadata

    about = PhoneMetadata.metadata_for_region(country, None) if country else None
    if about is None:
        return Usual()
    kinds = [kind.possible_length for kind in (about.fixed_line, about.mobile) if kind is not None]
    lengths = {length for kind in kinds for length in kind} - {-1}
    return Usual(about.national_prefix or "", tuple(sorted(lengths)))


def _understood(typed: str, country: str) -> PhoneNumber | None:
    """The number in it, if there is one; refuses a country's code that is none, and what is too long for any."""
    import phonenumbers

    if len(digits(_main(typed))) > MOST + (2 if typed.startswith("00") else 0):
        raise refusals.PhoneIsTooLong(most=MOST)
    try:
        return phonenumbers.parse(typed, country or None, keep_raw_input=True)
    except phonenumbers.NumberParseException as error:
        if error.error_type == error.TOO_LONG:
            raise refusals.PhoneIsTooLong(most=MOST) from None
        if error.error_type == error.INVALID_COUNTRY_CODE and typed.startswith("+"):
            raise refusals.CountryCodeIsUnknown from None
        return None


def _main(typed: str) -> str:
    """The number up to the first letter after it, where an extension or a note begins."""
    return re.split(r"(?<=\d)\s*[^\W\d_#]", typed, maxsplit=1)[0]


def _is_possible(number: PhoneNumber) -> bool:
    import phonenumbers

    return phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE


def _is_usual(number: PhoneNumber, country: str) -> bool:
    """Whether it is whole without a country's code; a zero left in front of too few digits gives it away."""
    import phonenumbers

    usual, inside = usual_numbers(country), phonenumbers.national_significant_number(number)
    cut_short = usual.prefix == "0" and inside.startswith("0")
    return len(inside) in usual.lengths and not cut_short and _is_possible(number)


def _names_country(number: PhoneNumber) -> bool:
    from phonenumbers import CountryCodeSource

    named = (CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN, CountryCodeSource.FROM_NUMBER_WITH_IDD)
    return number.country_code_source in named


def _written(number: PhoneNumber) -> str:
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
