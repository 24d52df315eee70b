"""What a country usually means: its money, how it writes dates, and its time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial

from studio.kernel.text import language

BUSIEST_ZONE = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Gaza",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
    "AR": "America/Argentina/Buenos_Aires",
    "DE": "Europe/Berlin",
    "AQ": "Antarctica/McMurdo",
    "UM": "Pacific/Midway",
}
"""Where most people live, for countries with several zones."""


@dataclass(frozen=True)
class Place:
    """A country and what is usual there."""

    country: str
    name: str
    currency: str
    locale: str
    zone: str


@dataclass(frozen=True)
class Choices:
    """What the wizard offers: (value, words) each, in the reader's order."""

    places: tuple[Place, ...]
    currencies: tuple[tuple[str, str], ...]
    locales: tuple[tuple[str, str], ...]
    zones: tuple[str, ...]


def choices() -> Choices:
    """Everything to choose from, in the language spoken now."""
    return _choices(language())


def place_of(country: str) -> Place | None:
    """What is usual in this country; None when there is none such."""
    return next((place for place in choices().places if place.country == country), None)


def likely_country(accept_language: str) -> str:
    """The country a browser's language hints at, such as GB for en-GB."""
    from babel.core import get_global

    tag = accept_language.split(",")[0].split(";")[0].strip().replace("-", "_")[:20]
    likely = str(get_global("likely_subtags").get(tag, tag))
    found = next((part for part in (tag, likely) if place_of(part.rsplit("_", 1)[-1].upper())), "")
    return found.rsplit("_", 1)[-1].upper() or "GB"


@lru_cache(maxsize=4)
def _choices(tag: str) -> Choices:
    from babel import Locale
    from babel.core import get_global
    from babel.numbers import list_currencies

    reader = Locale.parse(tag, sep="-")
    zones: Mapping[str, list[str]] = get_global("territory_zones")
    names = {code: name for code in zones if len(code) == 2 and code != "ZZ" and (name := reader.territories.get(code))}
    in_order = sorted(names.items(), key=lambda item: _order(item[1]))
    places = tuple(_place(code, name, zones[code], reader.language) for code, name in in_order)
    used = {place.currency for place in places} & list_currencies()
    currencies = [(code, f"{reader.currencies.get(code, code)} ({code})") for code in used]
    locales = [entry for place in places for entry in _locales(place.country, place.name, reader.languages)]
    by_words = partial(sorted, key=lambda pair: _order(pair[1]))
    return Choices(
        places,
        tuple(by_words(currencies)),
        tuple(by_words(locales)),
        tuple(sorted({zone for code in names for zone in zones[code]})),
    )


def _place(country: str, name: str, zones: list[str], wanted: str) -> Place:
    from babel.numbers import get_territory_currencies

    money = get_territory_currencies(country)
    spoken = _spoken(country)
    locale = spoken.get(wanted) or next(iter(spoken.values()), "en-GB")
    zone = BUSIEST_ZONE.get(country, zones[0] if zones else "UTC")
    return Place(country, name, money[0] if money else "EUR", locale, zone)


def _locales(country: str, name: str, languages: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(locale, f"{languages.get(tongue, tongue)} ({name})") for tongue, locale in _spoken(country).items()]


def _spoken(country: str) -> dict[str, str]:
    """Official languages we can write dates in, the most spoken first, each with its locale such as `pt-BR`."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    found: dict[str, str] = {}
    for tongue in get_official_languages(country, de_facto=True) or ("en",):
        with suppress(UnknownLocaleError, ValueError):
            found[tongue] = str(Locale.parse(f"{tongue}_{country}")).replace("_", "-")
    return found


def _order(words: str) -> str:
    import unicodedata

    letters = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
