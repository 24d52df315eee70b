"""The studio as people find it: where, when it is open, how one pays and what tax is in a price."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from studio.kernel.settings import Setting, Settings
from studio.kernel.text import N_
from studio.upkeep.refusals import HoursAreUnclear, HoursOverlap, MethodsAreUnclear, TaxIsUnclear, TextIsTooLong

ADDRESS, CONTACT = "studio.address", "studio.contact"
HOURS, TAXES, METHODS = "studio.opening_hours", "studio.tax_rates", "studio.payment_methods"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS, RATES, WAYS, LETTERS = 4, 12, 24, 60
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")

KNOWN_WAYS = {
    "cash": N_("Cash"),
    "card": N_("Card terminal"),
    "transfer": N_("Bank transfer"),
    "mtn": N_("Mobile money MTN"),
    "airtel": N_("Mobile money Airtel"),
    "instant": N_("Instant transfer"),
    "gift": N_("Gift card"),
    "account": N_("On account"),
    "other": N_("Other"),
}
"""Ways to pay the house knows by a key; whatever else a studio writes is kept as it is written."""


def lines(key: str, most: int) -> Any:
    """A check for a few lines of text."""

    def check(value: str) -> str:
        kept = [" ".join("".join(x for x in line if x.isprintable()).split()) for line in value.splitlines()]
        text = "\n".join(line for line in kept if line)
        if len(text) > most:
            raise TextIsTooLong(key, most=most)
        return text

    return check


def contact_lines(settings: Settings) -> list[str]:
    """Where the studio is and how one reaches it, for the head of a letter."""
    return [line for key in (ADDRESS, CONTACT) for line in str(settings[key]).splitlines()]


def opening_hours(value: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Weekday → from and to, as often as the studio opens on it; a closed day is left out."""
    if not set(value) <= set(DAYS):
        raise HoursAreUnclear(HOURS)
    return {day: _parts(value[day]) for day in DAYS if value.get(day)}


def tax_rates(value: list[Any]) -> list[dict[str, Any]]:
    """Name and basis points (1950 is 19.5 %), the usual one first."""
    if len(value) > RATES or not all(isinstance(one, dict) and set(one) == {"name", "basis_points"} for one in value):
        raise TaxIsUnclear(TAXES)
    names = [one["name"] for one in value]
    if not all(map(_is_name, names)) or len({name.casefold() for name in names}) < len(names):
        raise TaxIsUnclear(TAXES)
    if not all(type(one["basis_points"]) is int and 0 <= one["basis_points"] <= 10_000 for one in value):
        raise TaxIsUnclear(TAXES)
    return value


def payment_methods(value: list[Any]) -> list[str]:
    """Ways to pay in the order they are offered, each a key of `KNOWN_WAYS` or the studio's own words."""
    if not 0 < len(value) <= WAYS or not all(map(_is_name, value)):
        raise MethodsAreUnclear(METHODS, most=WAYS)
    if len({way.casefold() for way in value}) < len(value):
        raise MethodsAreUnclear(METHODS, most=WAYS)
    return value


def _parts(parts: Any) -> list[list[str]]:
    if not isinstance(parts, list) or len(parts) > PARTS:
        raise HoursAreUnclear(HOURS)
    for part in parts:
        if not (
            isinstance(part, list) and len(part) == 2 and all(isinstance(x, str) and TIME.fullmatch(x) for x in part)
        ):
            raise HoursAreUnclear(HOURS)
    moments = [moment for part in parts for moment in part]
    if any(later <= earlier for earlier, later in pairwise(moments)):
        raise HoursOverlap(HOURS)
    return parts


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LETTERS and value.isprintable() and value == value.strip()


SETTINGS = (
    Setting(
        ADDRESS,
        str,
        "",
        N_("Address of the studio"),
        check=lines(ADDRESS, 300),
        help=N_("As it stands on a letter, with as many lines as it has."),
    ),
    Setting(
        CONTACT,
        str,
        "",
        N_("How clients reach the studio"),
        check=lines(CONTACT, 200),
        help=N_("Phone, e-mail or a page of the studio, each on a line of its own."),
    ),
    Setting(
        HOURS,
        dict,
        {},
        N_("Opening hours"),
        check=opening_hours,
        help=N_("For each day as often as the studio opens on it; a day without hours is closed."),
    ),
    Setting(
        TAXES,
        list,
        [],
        N_("Tax rates"),
        check=tax_rates,
        help=N_("One on each line, the usual one first: its name, then the per cent."),
    ),
    Setting(
        METHODS,
        list,
        ["cash", "card", "transfer", "gift"],
        N_("Ways to pay"),
        check=payment_methods,
        help=N_("One on each line, in the order they are offered."),
    ),
)
