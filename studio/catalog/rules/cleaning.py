"""Single values of a service, made fit to keep or refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from studio.catalog import refusals
from studio.kernel.money import LARGEST, Money, TooMuch

MOST_ARTISTS = 200


def number(value: Any, least: int, most: int, *, needed: bool = False) -> int | None:
    """A whole number within bounds, or None where nothing was said."""
    if value is None or value == "":
        if needed:
            raise refusals.NumberIsMissing
        return None
    if type(value) is not int:
        raise refusals.NumberIsUnclear
    if not least <= value <= most:
        raise refusals.NumberIsOutside(least=least, most=most)
    return value


def amount(value: Any, currency: str) -> int | None:
    """Minor units above zero in the studio's currency, or None."""
    if value is None:
        return None
    if not isinstance(value, Money):
        raise refusals.AmountIsExpected
    if value.currency != currency:
        raise refusals.CurrencyIsOther(currency=currency)
    if value.minor <= 0:
        raise refusals.AmountIsNotPositive
    if value.minor >= LARGEST:
        raise TooMuch
    return value.minor


def choice(value: Any, known: Sequence[str]) -> str:
    """One of a few words."""
    if value not in known:
        raise refusals.ChoiceIsUnknown
    return str(value)


def one_of(value: Any, offered: Collection[str]) -> str:
    """One of what is offered, or nothing."""
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or value not in offered:
        raise refusals.ChoiceIsUnknown
    return value


def yes(value: Any) -> bool:
    """True or false, nothing like it."""
    if type(value) is not bool:
        raise refusals.YesOrNo
    return value


def artists(value: Any, here: Collection[UUID], currency: str, longest: int) -> list[dict[str, Any]]:
    """Who offers it, each once, with minutes and price where they differ."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MOST_ARTISTS:
        raise refusals.ArtistIsUnknown
    kept: dict[str, dict[str, Any]] = {}
    for one in value:
        who = one.get("artist_id") if isinstance(one, dict) else None
        if not isinstance(who, UUID) or who not in here or str(who) in kept:
            raise refusals.ArtistIsUnknown
        kept[str(who)] = {
            "artist_id": str(who),
            "minutes": number(one.get("minutes"), 5, longest),
            "price": amount(one.get("price"), currency),
        }
    return list(kept.values())
