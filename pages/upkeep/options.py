"""What there is to choose from, for settings that take one of a list."""

from __future__ import annotations

from pages.staff.places import choices
from studio.kernel.text import speaking, t
from studio.upkeep.lan import lan_address, lan_addresses


def options_of(key: str) -> dict[str, str] | None:
    """Value → words in the reader's language, or None where anything may be typed."""
    if key == "lan.address":
        return addresses()
    if not key.startswith("studio.") or key == "studio.name":
        return None
    found = choices()
    return {
        "studio.country": {place.country: place.name for place in found.places},
        "studio.currency": dict(found.currencies),
        "studio.locale": dict(found.locales),
        "studio.zone": {zone: zone.replace("_", " ") for zone in found.zones},
    }.get(key)


def warm(tongue: str) -> None:
    """Put the long lists together, once a language; aside, since it takes a moment."""
    with speaking(tongue):
        choices()


def addresses() -> dict[str, str]:
    """By itself, or one of those this computer has now."""
    own = {one.ip: f"{one.ip} ({one.adapter})" for one in lan_addresses()}
    return {"": t("By itself, now {address}", address=lan_address()), **own}
