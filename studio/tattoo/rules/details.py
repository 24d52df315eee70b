"""What can be said of a piece and of its quote, made fit to keep or refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from studio.catalog.rules.cleaning import amount, number
from studio.clients.body import PLACES
from studio.clients.rules.cleaning import clean_date
from studio.kernel.refusal import Invalid
from studio.schedule.rules import cleaning as by
from studio.tattoo import refusals, words

TITLE, LINE, NOTE, LETTERING, REASON = 120, 200, 4000, 1000, 500
JOINERS, UNSEEN = "\u200c\u200d", "\u034f"
MOST_PLACES, LONGEST_MM, MOST_SESSIONS, MOST_MINUTES, YEAR = 12, 3000, 60, 60 * 1000, 366


def places(value: Any) -> list[str]:
    """Places on the figure, each once, from head to foot."""
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise refusals.PlaceIsUnknown
    if len(value) > MOST_PLACES or set(value) - set(PLACES):
        raise refusals.PlaceIsUnknown
    return [place for place in PLACES if place in value]


FIELDS: Mapping[str, by.Clean] = {
    "title": by.text(TITLE, needed=True),
    "lead_artist_id": by.some_id,
    "service_id": by.some_id,
    "note": by.text(NOTE, lines=True),
    "places": places,
    "place_note": by.text(LINE),
    "wide_mm": by.whole(1, LONGEST_MM),
    "tall_mm": by.whole(1, LONGEST_MM),
    "size_note": by.text(LINE),
    "style": by.text(60),
    "ink": by.choice(words.INKS),
    "cover_up": by.yes,
    "planned_sessions": by.count(1, MOST_SESSIONS),
    "planned_minutes": by.whole(5, MOST_MINUTES),
    "healing_days": by.whole(0, YEAR),
    "touch_ups": by.whole(0, 20),
    "touch_up_until": by.clean_date,
}
AMOUNTS = ("quote_least", "quote_most", "hour_price", "minutes_least", "minutes_most")
QUOTE = ("kind", "least", "most", "hour_price", "minutes_least", "minutes_most", "until")


def clean_piece(raw: Mapping[str, Any], *, new: bool) -> dict[str, Any]:
    """The given fields, cleaned; a new piece has a title."""
    return by.cleaned({"title": "", **raw} if new else raw, FIELDS)


def clean_quote(raw: Mapping[str, Any], currency: str) -> dict[str, Any]:
    """A quote as columns: a fixed price, from and to, or a price by the hour with the hours it may take."""
    told = by.cleaned({"kind": "", **raw}, _quote_fields(currency))
    kept: dict[str, Any] = dict.fromkeys(AMOUNTS)
    kept |= {"quote_kind": told["kind"], "quote_until": told.get("until")}
    match told["kind"]:
        case "fixed":
            price = _needed(told, "least")
            return kept | {"quote_least": price, "quote_most": price}
        case "range":
            least, most = _in_order(told, "least", "most")
            return kept | {"quote_least": least, "quote_most": most}
        case "hourly":
            least, most = _in_order(told, "minutes_least", "minutes_most")
            price = _needed(told, "hour_price")
            return kept | {"hour_price": price, "minutes_least": least, "minutes_most": most}
    return kept | {"quote_until": None}


def clean_reason(value: Any, *, needed: bool) -> str:
    """Why somebody does this."""
    kept: str = by.text(REASON)(value or "")
    if needed and len(kept) < 3:
        raise refusals.ReasonIsNeeded("reason")
    return kept


def clean_lettering(value: Any) -> str:
    """The words of a design exactly as they will stand on the skin: letters, line breaks and all, and nothing else.

    What shows nowhere would make two letterings differ that look the same, or turn around what is read.
    """
    kept: str = by.text(LETTERING, lines=True)(value or "")
    lines = ("".join(filter(_is_drawn, line)).replace("\u00a0", " ") for line in kept.splitlines())
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def _is_drawn(letter: str) -> bool:
    """Joiners shape letters beside them; all other signs of format are marks in a text, not on a skin."""
    return letter in JOINERS or (letter not in UNSEEN and unicodedata.category(letter) != "Cf")


def _quote_fields(currency: str) -> Mapping[str, by.Clean]:
    return {
        "kind": by.choice(words.QUOTES),
        "least": lambda value: amount(value, currency),
        "most": lambda value: amount(value, currency),
        "hour_price": lambda value: amount(value, currency),
        "minutes_least": lambda value: number(value, 5, MOST_MINUTES),
        "minutes_most": lambda value: number(value, 5, MOST_MINUTES),
        "until": clean_date,
    }


def _needed(told: Mapping[str, Any], name: str) -> int:
    if told.get(name) is None:
        raise Invalid({name: refusals.QuoteIsIncomplete()})
    return int(told[name])


def _in_order(told: Mapping[str, Any], least: str, most: str) -> tuple[int, int]:
    first, last = _needed(told, least), _needed(told, most)
    if last < first:
        raise Invalid({most: refusals.MostIsBelowLeast()})
    return first, last
