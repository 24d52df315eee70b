"""What the country's rules want of everybody who registers, and what to say where it is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

ALWAYS: Final = ("name", "birth_date")
"""A form asks for these whatever the rules say: age decides what may be done."""


class NameIsWanted(Refusal):
    sentence = N_("Please enter your name.")


class BirthDateIsWanted(Refusal):
    sentence = N_("Please enter day, month and year.")


class PhoneIsWanted(Refusal):
    sentence = N_("Please enter your mobile number.")


class EmailIsWanted(Refusal):
    sentence = N_("Please enter your e-mail address.")


class AddressIsWanted(Refusal):
    sentence = N_("Please enter your address.")


class EmergencyNameIsWanted(Refusal):
    sentence = N_("Please enter whom we call in an emergency.")


class StaysOnFile(Refusal):
    """Somebody at the desk empties what the rules want."""

    sentence = N_("The rules in force want this of every client. Correct it instead of emptying it.")


SAID: Final[Mapping[str, type[Refusal]]] = {
    "name": NameIsWanted,
    "phone": PhoneIsWanted,
    "email": EmailIsWanted,
    "address": AddressIsWanted,
    "birth_date": BirthDateIsWanted,
    "emergency_name": EmergencyNameIsWanted,
}
"""What a form can ask for, in the order it does."""


def wanted(fields: Iterable[str]) -> tuple[str, ...]:
    """Of the fields the rules name, those a form asks for; name and birth date always."""
    named = {*ALWAYS, *fields}
    return tuple(field for field in SAID if field in named)


def missing(fields: Iterable[str], details: Mapping[str, Any]) -> dict[str, Refusal]:
    """Field to what is said of it, for each that is wanted and empty."""
    return {field: SAID[field](field) for field in fields if not details.get(field)}


def emptied(fields: Iterable[str], before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Refusal]:
    """As `missing`, of a change: what was empty before may stay so."""
    gone = (field for field in fields if before.get(field) and field in values and not values[field])
    return {field: StaysOnFile(field) for field in gone}
