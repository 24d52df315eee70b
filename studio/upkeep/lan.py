"""The studio's own network: which address phones use, and whether they may."""

from __future__ import annotations

import ipaddress
import re
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
BY_NAME = "name:"
"""How a chosen network is stored: by its adapter, since routers hand out new addresses."""
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class LanAddress:
    """One address this computer has on a network."""

    ip: str
    adapter: str
    private: bool
    virtual: bool
    default: bool = False

    @property
    def stored(self) -> str:
        """How this network is written down when the owner chooses it."""
        return f"{BY_NAME}{self.adapter.replace(',', ' ')}"

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Smallest is likeliest: a real adapter, a private address, the way other traffic takes."""
        return self.virtual, not self.private, not self.default


@dataclass
class Overrides:
    """What the command line asked for, for this process only."""

    enabled: bool | None = None
    port: int | None = None
    tls_port: int | None = None


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


def chosen(stored: str, present: list[LanAddress]) -> list[LanAddress]:
    """Which of these addresses the owner chose; the likeliest where nothing was chosen, none that was not."""
    if not stored:
        return present[:1]
    wanted = frozenset(stored.split(","))
    return [one for one in present if one.ip in wanted or one.stored in wanted]


def open_addresses() -> tuple[str, ...]:
    """What the doors to the network are bound to: loopback, the chosen networks, and nothing else."""
    found = chosen(str(house().settings["lan.address"]), lan_addresses())
    return (LOOPBACK, *(one.ip for one in found))


def lan_address() -> str:
    """The address phones use; loopback while this computer is in none of the chosen networks."""
    return (*open_addresses()[1:], LOOPBACK)[0]


def phone_url(path: str) -> str:
    """The full address of a page for phones, as a QR code carries it."""
    return f"http://{lan_address()}:{lan_port()}{path}"


def tls_enabled() -> bool:
    """Whether tablets and staff use pages that are encrypted with the studio's own certificate."""
    return lan_enabled() and bool(house().settings["lan.tls"])


def tls_port() -> int:
    """The port of encrypted pages."""
    return int(house().settings["lan.tls_port"] if overrides.tls_port is None else overrides.tls_port)


def secure_url(path: str) -> str:
    """The full address of a page for tablets and staff: encrypted once the owner wants that."""
    return f"https://{lan_address()}:{tls_port()}{path}" if tls_enabled() else phone_url(path)


def own_names() -> tuple[str, ...]:
    """The name by which tablets may find this computer, when it is one that can stand in a certificate."""
    name = socket.gethostname().partition(".")[0].lower()
    return (f"{name}.local",) if re.fullmatch("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", name) else ()


def certified_names() -> tuple[str, ...]:
    """Every address and name the certificate has to be good for."""
    return (*open_addresses(), "localhost", *own_names())


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
