"""What can be said of somebody who waits for a gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.schedule import refusals
from studio.schedule.rules import cleaning as by
from studio.schedule.words import KINDS
from studio.upkeep.premises import DAYS


def days(value: Any) -> list[str]:
    """Weekdays, each once, in their order."""
    if not isinstance(value, list | tuple | set | frozenset) or not set(value) <= set(DAYS):
        raise refusals.ChoiceIsUnknown
    return [day for day in DAYS if day in value]


FIELDS: Mapping[str, by.Clean] = {
    "artist_id": by.some_id,
    "service_id": by.some_id,
    "kind": by.choice([kind for kind in KINDS if kind != "block"]),
    "style": by.text(40),
    "minutes": by.whole(5, 1440),
    "from_on": by.clean_date,
    "until_on": by.clean_date,
    "days": days,
    "note": by.text(2000, lines=True),
}


def clean_wish(raw: Mapping[str, Any], *, new: bool) -> dict[str, Any]:
    """The given fields as they may be stored."""
    kept = by.cleaned(raw, FIELDS)
    by.in_order(kept.get("from_on"), kept.get("until_on"))
    if "minutes" in kept and kept["minutes"] is None:
        del kept["minutes"]
    return {"kind": "session", **kept} if new else kept
