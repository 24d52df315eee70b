"""A service's fields as typed, checked together so that every problem is named at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from studio.catalog import refusals
from studio.catalog.rules import cleaning
from studio.catalog.rules.together import settle
from studio.clients.rules.cleaning import clean_text
from studio.kernel.refusal import Invalid, Refusal

PRICES = ("fixed", "from", "hourly", "free", "quote")
DEPOSITS = ("none", "percent", "fixed")
NAME, DESCRIPTION = 120, 2000
LONGEST, GAP, OLDEST, YEAR = 1440, 240, 99, 365


@dataclass(frozen=True)
class Frame:
    """What can be chosen in this studio now."""

    currency: str
    kinds: frozenset[str]
    consents: frozenset[str] = frozenset()
    aftercare: frozenset[str] = frozenset()
    taxes: frozenset[str] = frozenset()
    artists: frozenset[UUID] = frozenset()


Cleaner = Callable[[Any, Frame], Any]


def _name(value: Any, frame: Frame) -> str:
    name = " ".join(clean_text(value, NAME).split())
    if not name:
        raise refusals.ServiceNeedsName
    return name


def _kind(value: Any, frame: Frame) -> str:
    if value not in frame.kinds:
        raise refusals.KindIsUnknown
    return str(value)


def _number(least: int, most: int, *, needed: bool = False) -> Cleaner:
    return lambda value, frame: cleaning.number(value, least, most, needed=needed)


def _one_of(offered: Callable[[Frame], frozenset[str]]) -> Cleaner:
    return lambda value, frame: cleaning.one_of(value, offered(frame))


def _money(value: Any, frame: Frame) -> int | None:
    return cleaning.amount(value, frame.currency)


def _yes(value: Any, frame: Frame) -> bool:
    return cleaning.yes(value)


FIELDS: Mapping[str, Cleaner] = {
    "name": _name,
    "kind": _kind,
    "description": lambda value, frame: clean_text(value, DESCRIPTION, lines=True),
    "minutes": _number(5, LONGEST, needed=True),
    "minutes_least": _number(5, LONGEST),
    "minutes_most": _number(5, LONGEST),
    "buffer_before": lambda value, frame: cleaning.number(value, 0, GAP) or 0,
    "buffer_after": lambda value, frame: cleaning.number(value, 0, GAP) or 0,
    "price_kind": lambda value, frame: cleaning.choice(value, PRICES),
    "price": _money,
    "deposit_kind": lambda value, frame: cleaning.choice(value, DEPOSITS),
    "deposit_percent": _number(1, 100),
    "deposit": _money,
    "deposit_once": _yes,
    "minimum_age": _number(1, OLDEST),
    "consent_template": _one_of(lambda frame: frame.consents),
    "aftercare": _one_of(lambda frame: frame.aftercare),
    "healing_days": lambda value, frame: cleaning.number(value, 0, YEAR) or 0,
    "tax_rate": _one_of(lambda frame: frame.taxes),
    "everybody": _yes,
    "artists": lambda value, frame: cleaning.artists(value, frame.artists, frame.currency, LONGEST),
    "active": _yes,
}
NEEDED = ("name", "kind", "minutes")
USUAL: Mapping[str, Any] = {
    "description": "",
    "minutes_least": None,
    "minutes_most": None,
    "buffer_before": 0,
    "buffer_after": 0,
    "price_kind": "quote",
    "price": None,
    "deposit_kind": "none",
    "deposit_percent": None,
    "deposit": None,
    "deposit_once": False,
    "minimum_age": None,
    "consent_template": "",
    "aftercare": "",
    "healing_days": 0,
    "tax_rate": "",
    "everybody": True,
    "artists": [],
    "active": True,
}
"""What stands where nothing was said."""


def clean_details(raw: Mapping[str, Any], frame: Frame, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The given fields, cleaned, with those that follow from them. `before` is what stands now: an edit names only
    what changes, and may leave what is no longer offered as it is.

    Raises Invalid that holds every problem by its field.
    """
    problems: dict[str, Refusal] = {key: refusals.FieldIsUnknown() for key in raw if key not in FIELDS}
    cleaned: dict[str, Any] = {}
    for field, clean in FIELDS.items():
        if field not in raw and (before is not None or field not in NEEDED):
            continue
        if before is not None and field != "artists" and raw[field] == before[field] and type(raw[field]) is str:
            cleaned[field] = before[field]
            continue
        try:
            cleaned[field] = clean(raw.get(field), frame)
        except Refusal as refusal:
            problems[field] = refusal
    whole = settle({**USUAL, **(before or {}), **cleaned}, cleaned, frame.currency, problems)
    if problems:
        raise Invalid(problems)
    return {field: whole[field] for field in (*FIELDS, "currency")}
