"""What fits into a setting: each check gives the value as it is stored, or refuses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable

from studio.kernel.settings import Setting
from studio.upkeep.refusals import (
    AddressIsWrong,
    ColourIsWrong,
    CountryIsUnknown,
    CurrencyIsUnknown,
    LocaleIsUnknown,
    NameOfStudioIsMissing,
    NumberIsOutOfRange,
    PortIsWrong,
    ZoneIsUnknown,
)


def studio_name(value: str) -> str:
    cleaned = " ".join("".join(letter for letter in value if letter.isprintable()).split())
    if not 0 < len(cleaned) <= 80:
        raise NameOfStudioIsMissing("studio.name")
    return cleaned


def country(value: str) -> str:
    from babel import Locale

    if value == "ZZ" or value not in Locale("en").territories or not re.fullmatch("[A-Z]{2}", value):
        raise CountryIsUnknown("studio.country")
    return value


def currency(value: str) -> str:
    from babel.numbers import list_currencies

    if value not in list_currencies():
        raise CurrencyIsUnknown("studio.currency")
    return value


def locale(value: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(value, sep="-")).replace("_", "-")
    except (UnknownLocaleError, ValueError):
        raise LocaleIsUnknown("studio.locale") from None


def zone(value: str) -> str:
    from zoneinfo import available_timezones

    if value not in available_timezones():
        raise ZoneIsUnknown("studio.zone")
    return value


def port(key: str) -> Callable[[int], int]:
    """A check for a port anybody may open."""

    def check(value: int) -> int:
        if not 1024 <= value <= 65535:
            raise PortIsWrong(key)
        return value

    return check


def address(value: str) -> str:
    """Networks by their adapter's name, or addresses of this computer, with commas between; empty for the likeliest."""
    return ",".join(_network(part.strip()) for part in value.split(",")) if value.strip() else ""


def _network(part: str) -> str:
    if part.startswith("name:") and 5 < len(part) <= 120 and part.isprintable():
        return part
    try:
        return str(ipaddress.ip_address(part))
    except ValueError:
        raise AddressIsWrong("lan.address") from None


ACCENTS = frozenset({"#0b5a75", "#2f6036", "#7a2f63", "#8f3a1b", "#3f4f66"})
"""The colours whose contrast was measured in both themes; components/app/tokens.py draws them."""


def colour(value: str) -> str:
    """One of the measured colours, or nothing for the house's own."""
    if value and value.lower() not in ACCENTS:
        raise ColourIsWrong("looks.accent")
    return value.lower()


def whole_number(
    key: str, default: int, sentence: str, least: int, most: int, *, note: str = "", group: str = ""
) -> Setting:
    """A setting that takes no number with which the studio would stop working; `note` is its help."""
    return Setting(key, int, default, sentence, check=between(key, least, most), help=note, group=group)


def between(key: str, least: int, most: int) -> Callable[[int], int]:
    """A check for a whole number in a range."""

    def check(value: int) -> int:
        if not least <= value <= most:
            raise NumberIsOutOfRange(key, least=least, most=most)
        return value

    return check
