"""Fields of a service in the audit: amounts as money, keys of ours as the words they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.app.moments import reading_locale
from studio.catalog.words import DEPOSIT_KINDS, LABELS, PRICE_KINDS
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import N_, t

FIELDS: Mapping[str, str] = {**LABELS, "archived_at": N_("Archived")}
AMOUNTS = ("price", "deposit")


def service_text(name: str, value: Any, row: Mapping[str, Any]) -> str | None:
    """One value of this row; nothing where it reads like any other."""
    if name in AMOUNTS and isinstance(value, int):
        return Money(value, row.get("currency") or house().settings["studio.currency"]).text(reading_locale())
    words = {"kind": registry().service_kinds(), "price_kind": PRICE_KINDS, "deposit_kind": DEPOSIT_KINDS}
    word = words.get(name, {}).get(value) if isinstance(value, str) else None
    return t(word) if word else None
