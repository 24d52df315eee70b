"""The studio's own network: which address phones use, and whether they may."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

from studio.kernel.house import house

VIRTUAL = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "zt",
    "tun",
    "tap",
    "wg",
    "tailscale",
    "utun",
    "vethernet",
    "lo",
)
NOWHERE = ("10.255.255.255", 9)


@dataclass(frozen=True)
class LanAddress:
    """One address this computer has on a network."""

    ip: str
    adapter: str
    private: bool
    virtual: bool
    default: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Smallest is likeliest: a real adapter, a private address, the way other traffic takes."""
        return self.virtual, not self.private, not self.default


@dataclass
class Overrides:
    """What the command line asked for, for this process only."""

    enabled: bool | None = None
    port: int | None = None


overrides = Overrides()


def lan_enabled() -> bool:
    """Whether phones may reach this computer now."""
    return bool(house().settings["lan.enabled"] if overrides.enabled is None else overrides.enabled)


def lan_port() -> int:
    """The port phones use."""
    return int(house().settings["lan.port"] if overrides.port is None else overrides.port)


def lan_addresses() -> list[LanAddress]:
    """Every IPv4 address of this computer but loopback, likeliest for phones first. Asks the system, sends nothing."""
    import ifaddr

    way = _default_way()
    found = [
        _described(str(ip.ip), adapter.nice_name, way)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    return sorted((address for address in found if address is not None), key=lambda address: address.rank)


def lan_address() -> str:
    """The address phones use: the owner's choice while this computer has it, else the likeliest, else loopback."""
    present = [address.ip for address in lan_addresses()]
    chosen = str(house().settings["lan.address"])
    if chosen and chosen in present:
        return chosen
    return present[0] if present else "127.0.0.1"


def phone_url(path: str) -> str:
    """The full address of a page for phones, as a QR code carries it."""
    return f"http://{lan_address()}:{lan_port()}{path}"


def _described(ip: str, adapter: str, way: str) -> LanAddress | None:
    address = ipaddress.ip_address(ip)
    if address.is_loopback or address.is_link_local or address.is_multicast:
        return None
    return LanAddress(ip, adapter, address.is_private, adapter.lower().startswith(VIRTUAL), ip == way)


def _default_way() -> str:
    """The address other traffic would leave by: connecting a datagram socket only asks the routing table."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return ""
        return str(asking.getsockname()[0])
