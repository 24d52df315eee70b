"""What is typed into the settings of the premises, and how what is stored reads again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from studio.kernel.text import t
from studio.upkeep.premises import DAYS, HOURS, KNOWN_WAYS, METHODS, TAXES
from studio.upkeep.refusals import HoursAreUnclear, TaxIsUnclear

PART = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:-|–|—|to|a|às|até)\s*(\d{1,2})(?:[:.h](\d{2})?)?")
RATE = re.compile(r"(.+?)[\s:=]+(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")


def read_hours(typed: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """`10-13, 14-18` and the like, for each weekday."""
    return {
        day: [_part(part) for part in re.split(r"[,;]", typed[day]) if part.strip()] for day in DAYS if typed.get(day)
    }


def show_hours(stored: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the field of each weekday."""
    return {day: ", ".join(f"{start}–{end}" for start, end in stored.get(day, [])) for day in DAYS}


def read_taxes(typed: str) -> list[dict[str, Any]]:
    """One on each line, as whole basis points."""
    return [_rate(line.strip()) for line in typed.splitlines() if line.strip()]


def show_taxes(stored: list[dict[str, Any]]) -> str:
    return "\n".join(f"{one['name']} {per_cent(one['basis_points'])}" for one in stored)


def per_cent(basis_points: int) -> str:
    """1950 is 19.5 %, as people here write it."""
    from decimal import Decimal

    from babel.numbers import format_decimal

    from components.app.moments import reading_locale

    return f"{format_decimal(Decimal(basis_points) / 100, '0.##', locale=reading_locale())} %"


def read_ways(typed: str) -> list[str]:
    """The key where it is a way the house knows, else the words as they are."""
    known = {t(word).casefold(): key for key, word in KNOWN_WAYS.items()}
    return [known.get(line.strip().casefold(), line.strip()) for line in typed.splitlines() if line.strip()]


def show_ways(stored: list[str]) -> str:
    return "\n".join(t(KNOWN_WAYS[way]) if way in KNOWN_WAYS else way for way in stored)


READ: Mapping[str, Callable[[Any], Any]] = {HOURS: read_hours, TAXES: read_taxes, METHODS: read_ways}
SHOW: Mapping[str, Callable[[Any], Any]] = {HOURS: show_hours, TAXES: show_taxes, METHODS: show_ways}


def in_one_line(key: str, stored: Any) -> str:
    """Any of them for a sentence."""
    if key == HOURS:
        names = day_names()
        return "; ".join(f"{names[day]} {hours}" for day, hours in show_hours(stored).items() if hours)
    return str(SHOW[key](stored)).replace("\n", ", ")


def day_names() -> dict[str, str]:
    """Weekdays in the reader's language, Monday first."""
    from babel.dates import get_day_names

    from components.app.moments import reading_locale

    names = get_day_names("abbreviated", "stand-alone", locale=reading_locale())
    return {day: names[number].capitalize() for number, day in enumerate(DAYS)}


def _part(typed: str) -> list[str]:
    found = PART.fullmatch(typed.strip().lower())
    if not found:
        raise HoursAreUnclear(HOURS)
    hour, minute, to_hour, to_minute = found.groups()
    return [f"{int(hour):02}:{minute or '00'}", f"{int(to_hour):02}:{to_minute or '00'}"]


def _rate(line: str) -> dict[str, Any]:
    found = RATE.fullmatch(line)
    if not found:
        raise TaxIsUnclear(TAXES)
    name, whole, part = found.groups()
    return {"name": name.strip(), "basis_points": int(whole) * 100 + int((part or "").ljust(2, "0"))}
