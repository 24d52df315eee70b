"""How the fields of a service hang together: price with its kind, deposit with its rule, minutes with their range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.catalog import refusals
from studio.kernel.refusal import Refusal

PRICED = ("fixed", "from", "hourly")
AMOUNTS = ("price", "deposit")


def settle(
    whole: dict[str, Any], given: Mapping[str, Any], currency: str, problems: dict[str, Refusal]
) -> dict[str, Any]:
    """The whole service with what no longer counts emptied; what is missing goes to `problems`."""
    whole = _in_one_currency(whole, given, currency)
    if whole["price_kind"] not in PRICED:
        whole["price"] = None
    if whole["deposit_kind"] != "percent":
        whole["deposit_percent"] = None
    if whole["deposit_kind"] != "fixed":
        whole["deposit"] = None
    if whole["deposit_kind"] == "none":
        whole["deposit_once"] = False
    for field, refusal in _missing(whole).items():
        problems.setdefault(field, refusal)
    return whole


def _in_one_currency(whole: dict[str, Any], given: Mapping[str, Any], currency: str) -> dict[str, Any]:
    """A service counts in one currency: where the studio has changed to another, old amounts do not mix with new."""
    known = whole.get("currency", currency)
    if known == currency or not {*AMOUNTS, "artists"} & set(given):
        return {**whole, "currency": known}
    dropped: dict[str, Any] = {name: given.get(name) for name in AMOUNTS}
    artists = given.get("artists", [{**one, "price": None} for one in whole["artists"]])
    return {**whole, **dropped, "artists": artists, "currency": currency}


def _missing(whole: Mapping[str, Any]) -> dict[str, Refusal]:
    found: dict[str, Refusal] = dict(_range(whole))
    if whole["price_kind"] in PRICED and whole["price"] is None:
        found["price"] = refusals.PriceIsMissing()
    if whole["deposit_kind"] == "percent" and whole["deposit_percent"] is None:
        found["deposit_percent"] = refusals.PercentIsMissing()
    if whole["deposit_kind"] == "percent" and whole["price_kind"] == "free":
        found["deposit_kind"] = refusals.DepositOfNothing()
    if not whole["everybody"] and not whole["artists"]:
        found["artists"] = refusals.ArtistsAreMissing()
    return found


def _range(whole: Mapping[str, Any]) -> dict[str, Refusal]:
    usual, least, most = whole.get("minutes"), whole["minutes_least"], whole["minutes_most"]
    found: dict[str, Refusal] = {}
    if usual is not None and least is not None and least > usual:
        found["minutes_least"] = refusals.RangeIsReversed(minutes=usual)
    if usual is not None and most is not None and most < usual:
        found["minutes_most"] = refusals.RangeIsReversed(minutes=usual)
    return found
