"""What Linework can see of its own network, and in words what it cannot."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from components.app.marks import Kind
from components.app.moments import show_date
from studio.kernel.house import house
from studio.kernel.text import speaking, t
from studio.upkeep.authority import RENEW_BEFORE
from studio.upkeep.certificates import present_certificate
from studio.upkeep.doorways import Doorway, doorways
from studio.upkeep.lan import LanAddress, chosen, lan_addresses, lan_enabled, lan_port, tls_enabled, tls_port


@dataclass(frozen=True)
class Check:
    """One line: how it stands, what that means, and what to do."""

    kind: Kind
    words: str
    hint: str = ""


def checks(tongue: str) -> list[Check]:
    """Everything that can be seen from here, in this language. Asks the computer's adapters, so it blocks."""
    with speaking(tongue):
        return _checks()


def _checks() -> list[Check]:
    if not lan_enabled():
        return [Check("none", t("Nothing is open to the network"), t("Only this computer reaches Linework now."))]
    found = [door_check(doorways["plain"], lan_port(), t("For phones"))]
    if tls_enabled():
        found += [door_check(doorways["tls"], tls_port(), t("For tablets and staff, encrypted")), certificate_check()]
    return [*found, *address_checks(), firewall_check(), other_network_check()]


def door_check(door: Doorway, port: int, words: str) -> Check:
    """Whether a listener stands where it should."""
    if door.state == "open":
        return Check("ok", t("{door}: open on port {port}", door=words, port=port))
    if door.state == "busy":
        said = t("{door}: another program has port {port}", door=words, port=port)
        return Check("stop", said, t("End that program, or choose another port below."))
    if door.state == "failed":
        said = t("{door}: it could not open", door=words)
        return Check("stop", said, t("Start Linework again. If that does not help, the log says why."))
    return Check("wait", t("{door}: about to open", door=words))


def address_checks() -> list[Check]:
    """Whether the addresses are such as a studio's own network has."""
    present = lan_addresses()
    found = chosen(str(house().settings["lan.address"]), present)
    if not found:
        return [nowhere(present)]
    return [address_check(one) for one in found]


def nowhere(present: list[LanAddress]) -> Check:
    """None of the chosen networks is there."""
    if not present:
        return Check("stop", t("This computer is in no network"), t("Connect it to the studio's Wi-Fi or router."))
    said = t("This computer is not in the network that was chosen")
    return Check("stop", said, t("Choose another below, or connect it again. Until then phones find nothing."))


def address_check(one: LanAddress) -> Check:
    """One address phones may use."""
    if one.private:
        return Check("ok", t("{address} is an address of a private network", address=one.ip))
    said = t("{address} may be reachable from the internet", address=one.ip)
    return Check("stop", said, t("Put a router between this computer and the internet, or choose another network."))


def certificate_check() -> Check:
    """How long the certificate is good; it is renewed by itself long before."""
    server = present_certificate(house(), "server")
    if server is None:
        return Check("wait", t("The certificate is being made"))
    good = t("Certificate good until {day}; renewed by itself", day=show_date(server.expires_at.date()))
    late = house().clock.now() > server.expires_at - RENEW_BEFORE / 2
    return Check("warn" if late else "ok", good, t("Is this computer's clock right?") if late else "")


def firewall_check() -> Check:
    """A firewall shows only from outside."""
    hints = {
        "win32": t("Windows Security → Firewall → Allow an app: tick Linework (or Python) for private networks."),
        "darwin": t("System Settings → Network → Firewall: let Linework (or Python) accept connections."),
    }
    ports = f"{lan_port()},{tls_port()}" if tls_enabled() else str(lan_port())
    usual = t("If one runs here, let Linework's ports in, such as: sudo ufw allow {ports}/tcp", ports=ports)
    return Check("info", t("A firewall cannot be seen from here: try with a phone"), hints.get(sys.platform, usual))


def other_network_check() -> Check:
    """Guest networks keep devices apart, which only a phone can find out."""
    said = t("A guest Wi-Fi cannot be seen from here either")
    return Check("info", said, t("Phones use the same Wi-Fi as this computer, without “guest” or “client isolation”."))
