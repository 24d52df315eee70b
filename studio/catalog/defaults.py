"""The usual services: names to translate, minutes, deposits. Everything can be changed once it is in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from studio.kernel.text import N_

AROUND = {"buffer_before": 15, "buffer_after": 15}
"""Minutes to set up and to clean."""
HEALING = 21
"""Days before the same skin is worked on again."""


@dataclass(frozen=True)
class Preset:
    """A usual service under a key that stays."""

    key: str
    kind: str
    name: str
    details: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""


def _talk(minutes: int) -> dict[str, Any]:
    return {"minutes": minutes, "price_kind": "free"}


def _session(minutes: int, percent: int, price_kind: str = "quote") -> dict[str, Any]:
    deposit = {"deposit_kind": "percent", "deposit_percent": percent}
    return {"minutes": minutes, "price_kind": price_kind, "healing_days": HEALING, **deposit, **AROUND}


def _piercing(minutes: int) -> dict[str, Any]:
    return {"minutes": minutes, "minutes_least": 20, "minutes_most": 30, **AROUND}


SLEEVE = {"minutes": 300, "healing_days": HEALING, "deposit_kind": "fixed", "deposit_once": True, **AROUND}
TOUCH_UP = {**_talk(45), "healing_days": HEALING, **AROUND}

USUAL_SERVICES = (
    Preset("consultation", "consultation", N_("Consultation"), _talk(30)),
    Preset("flash_small", "tattoo", N_("Flash, small"), _session(60, 50)),
    Preset("flash_medium", "tattoo", N_("Flash, medium"), _session(120, 50)),
    Preset("custom_small", "tattoo", N_("Custom design, small"), _session(120, 30)),
    Preset("half_day", "tattoo", N_("Half day"), _session(240, 30)),
    Preset("full_day", "tattoo", N_("Full day"), _session(420, 30)),
    Preset(
        "sleeve", "tattoo", N_("Sleeve session"), SLEEVE, N_("One deposit for the whole sleeve, agreed at the start.")
    ),
    Preset("cover_up", "tattoo", N_("Cover-up"), _session(180, 30)),
    Preset("touch_up", "touch_up", N_("Touch-up"), TOUCH_UP, N_("Free once, within 90 days of the session.")),
    Preset("lettering", "tattoo", N_("Lettering"), _session(60, 50)),
    Preset("fine_line", "tattoo", N_("Fine line"), _session(90, 30)),
    Preset("blackwork", "tattoo", N_("Blackwork"), _session(180, 30)),
    Preset("piercing_ear", "piercing", N_("Piercing, ear"), _piercing(20)),
    Preset("piercing_nose", "piercing", N_("Piercing, nose"), _piercing(20)),
    Preset("piercing_navel", "piercing", N_("Piercing, navel"), _piercing(30)),
    Preset("jewellery_change", "jewellery", N_("Jewellery change"), {"minutes": 10, "buffer_after": 15}),
    Preset("brows", "cosmetic_tattoo", N_("Cosmetic tattoo, brows"), _session(150, 30)),
    Preset(
        "brows_check",
        "cosmetic_tattoo",
        N_("Cosmetic tattoo, check after six weeks"),
        {"minutes": 60, "price_kind": "free", **AROUND},
        N_("Part of the first session’s price."),
    ),
    Preset("removal", "removal", N_("Laser removal"), {"minutes": 30, "healing_days": HEALING, **AROUND}),
)
