"""What people call the networks of this computer, and which of them phones use."""

from __future__ import annotations

from studio.kernel.text import t
from studio.upkeep.lan import LanAddress

WIRELESS = ("wl", "wi-fi", "wifi", "wireless", "airport", "802.11")
CABLE = ("en", "eth", "ethernet", "usb", "lan", "gbe", "realtek", "intel")


def network_name(one: LanAddress) -> str:
    """`Wi-Fi (wlan0)`: the kind of network as far as its name tells, and the name itself."""
    return f"{kind(one)} ({one.adapter})"


def kind(one: LanAddress) -> str:
    """Wi-Fi, cable, or something a program made."""
    name = one.adapter.lower()
    if one.virtual:
        return t("Made by a program")
    if any(word in name if len(word) > 2 else name.startswith(word) for word in WIRELESS):
        return t("Wi-Fi")
    if name.startswith(CABLE) or "ethernet" in name:
        return t("Cable")
    return t("Network")
