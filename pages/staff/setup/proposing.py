"""What is in a step before anybody typed there, and what follows when the country becomes another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pages.forms import Typed
from pages.staff.places import likely_country, place_of
from pages.staff.setup.draft import Draft
from pages.staff.setup.taxes import usual_taxes
from pages.upkeep.premises_words import show_taxes
from studio.jurisdiction.shelf import NEUTRAL, shipped
from studio.kernel.house import house
from studio.upkeep.premises import KNOWN_WAYS, METHODS

OPEN = dict.fromkeys(("tue", "wed", "thu", "fri", "sat"), "10:00–18:00")
INSTANT = ("BR", "IN", "SE", "NO", "DK", "PL", "NL", "SG", "TH", "CH", "ES", "PT")
MTN = ("UG", "GH", "RW", "ZM", "CM", "CI", "BJ", "NG", "ZA", "LR", "SZ", "CG", "SS", "GN")
AIRTEL = ("UG", "KE", "TZ", "RW", "ZM", "MW", "NG", "CD", "CG", "GA", "MG", "NE", "SC", "TD")
BY_STATE = ("US",)
"""Where the law is each state's own: the rules of one are offered, and not proposed to all."""


def shown(draft: Draft, step: str, accept_language: str = "") -> Typed:
    """What was typed at a step, else what is usual."""
    if step in draft.typed:
        return draft.of(step)
    usual = USUAL.get(step)
    return Typed(usual(draft, accept_language) if usual else {})


def taxes_text(country: str) -> str:
    """The tax that is usual in a country, as it is typed."""
    return show_taxes(usual_taxes(country))


def rules_of(country: str) -> str:
    """The key of the rules that fit a country: its own profile, else the careful defaults."""
    own = (one.key for one in shipped().profiles.values() if one.country == country)
    return NEUTRAL if country in BY_STATE else next(own, NEUTRAL)


def proposed(draft: Draft, step: str, typed: Typed) -> Typed:
    """Without scripts a change of country leaves what is usual in the one before: then the proposals follow."""
    before, now = typed.one("proposed"), typed.one("country")
    if step != "place" or before == now:
        return typed
    was = _usual_in(before)
    follow = {
        part: [new] for part, new in _usual_in(now).items() if _lines(typed.one(part)) == _lines(was.get(part, ""))
    }
    return replace(typed, all={**typed.all, **follow})


def _place(draft: Draft, accept_language: str) -> dict[str, list[str]]:
    country = likely_country(accept_language)
    return {"country": [country], **{part: [usual] for part, usual in _usual_in(country).items()}}


def _usual_in(country: str) -> dict[str, str]:
    place = place_of(country)
    usual = {part: str(getattr(place, part)) for part in ("currency", "locale", "zone")} if place else {}
    return {"taxes": taxes_text(country), "rules": rules_of(country), **usual}


def ways_offered(country: str) -> list[str]:
    """Ways to pay that make sense there; mobile money is known where it is used."""
    elsewhere = {way for way, used in {"mtn": MTN, "airtel": AIRTEL}.items() if country not in used}
    return [way for way in KNOWN_WAYS if way not in elsewhere]


def _payment(draft: Draft, _: str) -> dict[str, list[str]]:
    declared: Any = house().settings.declaration(METHODS)
    country = draft.of("place").one("country")
    more = {"instant": INSTANT, "mtn": MTN, "airtel": AIRTEL}
    return {"way": [*declared.default, *(way for way, used in more.items() if country in used)]}


def _lines(text: str) -> list[str]:
    return text.split()


USUAL: Mapping[str, Callable[[Draft, str], dict[str, list[str]]]] = {
    "place": _place,
    "hours": lambda *_: {day: [hours] for day, hours in OPEN.items()},
    "payment": _payment,
    "network": lambda *_: {"lan": ["no"], "tls": ["no"]},
    "people": lambda *_: {name: [""] * 3 for name in ("person_name", "person_email")} | {"person_role": ["artist"] * 3},
    "clients": lambda *_: {"import": ["no"]},
    "data": lambda *_: {"demo": ["no"], "services": ["yes"]},
}
