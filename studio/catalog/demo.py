"""A believable catalogue: the usual services, priced, some offered by a few people only."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from studio.catalog.actions import edit_service, fill_defaults
from studio.catalog.queries import services
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.money import Money, exponent
from studio.kernel.work import ask, perform

PRICES: dict[str, tuple[str, int]] = {
    "flash_small": ("fixed", 80),
    "flash_medium": ("fixed", 160),
    "custom_small": ("from", 150),
    "half_day": ("fixed", 350),
    "full_day": ("fixed", 600),
    "sleeve": ("hourly", 110),
    "cover_up": ("from", 260),
    "lettering": ("from", 90),
    "fine_line": ("from", 140),
    "blackwork": ("hourly", 110),
    "piercing_ear": ("fixed", 35),
    "piercing_nose": ("fixed", 35),
    "piercing_navel": ("fixed", 45),
    "jewellery_change": ("fixed", 10),
    "brows": ("fixed", 320),
    "removal": ("from", 60),
}
SLEEVE_DEPOSIT = 200


def fill(house: House, plan: DemoPlan) -> None:
    """Put the usual services in and price them; brows are the artist's alone, removal is paused."""
    perform(CONSOLE, fill_defaults)
    currency = house.settings["studio.currency"]
    artist = plan.people.get("artist")
    for one in ask(CONSOLE, services):
        details = _details(one.preset or "", currency, artist.id if artist else None)
        if details:
            perform(CONSOLE, edit_service, one.id, details, one.version)


def _details(preset: str, currency: str, artist: UUID | None) -> dict[str, Any]:
    kind, price = PRICES.get(preset, ("", 0))
    told: dict[str, Any] = {"price_kind": kind, "price": _money(price, currency)} if kind else {}
    if preset == "sleeve":
        told["deposit"] = _money(SLEEVE_DEPOSIT, currency)
    if preset == "brows" and artist:
        told |= {"everybody": False, "artists": [{"artist_id": artist, "minutes": 165, "price": None}]}
    if preset == "removal":
        told["active"] = False
    return told


def _money(whole: int, currency: str) -> Money:
    return Money(whole * 10 ** exponent(currency), currency)
