"""What there is to choose from, for settings that take one of a list."""

from __future__ import annotations

from pages.staff.places import choices
from pages.upkeep.network_names import network_name
from studio.kernel.house import house
from studio.kernel.text import speaking, t
from studio.upkeep.lan import BY_NAME, lan_address, lan_addresses


def options_of(key: str) -> dict[str, str] | None:
    """Value → words in the reader's language, or None where anything may be typed."""
    if key == "lan.address":
        return addresses()
    if key == "mail.security":
        return {"starttls": "STARTTLS", "tls": "TLS", "none": t("None")}
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
    """By itself, each network this computer is in now, and what is stored where that is something else."""
    stored = str(house().settings["lan.address"])
    own = {one.stored: f"{network_name(one)} · {one.ip}" for one in lan_addresses()}
    kept = {} if not stored or stored in own else {stored: stored.replace(BY_NAME, "").replace(",", ", ")}
    return {"": t("By itself, now {address}", address=lan_address()), **own, **kept}
