"""Pieces in the audit: what their rows and fields are called, and their values in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.app.moments import reading_locale
from studio.clients.body import PLACES
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import N_, t
from studio.tattoo import words

TABLES: Mapping[str, str] = {
    "piece": N_("Piece"),
    "piece_design": N_("Version of a design"),
    "piece_approval": N_("What was said of a design"),
    "piece_step": N_("Step of a piece"),
}
FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "note": N_("Note"),
    "places": N_("Places on the body"),
    "place_note": N_("Where exactly"),
    "wide_mm": N_("Width in millimetres"),
    "tall_mm": N_("Height in millimetres"),
    "size_note": N_("Size in words"),
    "style": N_("Style"),
    "ink": N_("Ink"),
    "cover_up": N_("Covers an older tattoo"),
    "state": N_("State"),
    "state_at": N_("Since"),
    "quote_kind": N_("Kind of quote"),
    "quote_least": N_("Quote, from"),
    "quote_most": N_("Quote, to"),
    "hour_price": N_("Price of an hour"),
    "minutes_least": N_("Minutes, at least"),
    "minutes_most": N_("Minutes, at most"),
    "quote_until": N_("Quote stands until"),
    "quoted_at": N_("Quoted"),
    "deposit_due": N_("Deposit"),
    "deposit_state": N_("State of the deposit"),
    "planned_sessions": N_("Sessions planned"),
    "planned_minutes": N_("Minutes planned"),
    "healing_days": N_("Days to heal"),
    "touch_ups": N_("Free touch-ups"),
    "touch_up_until": N_("Touch-ups free until"),
    "archived_at": N_("Archived"),
    "no": N_("Version"),
    "lettering": N_("Lettering"),
    "kind": N_("What was said"),
    "how": N_("How they said it"),
    "from_state": N_("From"),
    "to_state": N_("To"),
    "chosen": N_("Chosen by somebody"),
    "reason": N_("Reason"),
    "by_name": N_("By"),
}
FIELDS_OF: Mapping[str, Mapping[str, str]] = dict.fromkeys(TABLES, FIELDS)
AMOUNTS = ("quote_least", "quote_most", "hour_price", "deposit_due")
KEYS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("piece", "state"): words.STATES,
    ("piece", "ink"): words.INKS,
    ("piece", "quote_kind"): words.QUOTES,
    ("piece", "deposit_state"): words.DEPOSITS,
    ("piece_approval", "kind"): words.SAID,
    ("piece_approval", "how"): words.APPROVED,
    ("piece_step", "from_state"): words.STATES,
    ("piece_step", "to_state"): words.STATES,
}
"""(table, column) → its keys in words."""


def piece_text(table: str, name: str, value: Any, row: Mapping[str, Any]) -> str | None:
    """One value of this row; nothing where it reads like any other."""
    if table not in TABLES:
        return None
    if name in AMOUNTS and isinstance(value, int):
        return Money(value, row.get("currency") or house().settings["studio.currency"]).text(reading_locale())
    if name == "places" and isinstance(value, list):
        return ", ".join(t(PLACES[one]) for one in value if one in PLACES)
    word = KEYS.get((table, name), {}).get(value) if isinstance(value, str) else None
    return t(word) if word else None
