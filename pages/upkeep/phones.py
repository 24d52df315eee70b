"""What phones use to reach this computer, and what to check when they do not."""

from __future__ import annotations

from nicegui import ui

from components.app.live import live
from components.app.marks import status_mark
from components.app.text import text
from components.qr import qr
from studio.kernel.text import N_, t
from studio.upkeep.facts import SettingChanged
from studio.upkeep.lan import lan_addresses, lan_enabled, overrides, phone_url, tls_enabled

PLAIN = N_(
    "Phones and tablets use plain HTTP: nothing is encrypted on its way, and whoever is in this Wi-Fi could read "
    "along. Give the Wi-Fi a password."
)
PLAIN_FOR_GUESTS = N_(
    "Guests' own phones use plain HTTP, which is not encrypted on its way; tablets and staff use encrypted pages. "
    "Give the Wi-Fi a password."
)


class Phones:
    """Redraws itself when one of the network's settings changes."""

    @ui.refreshable_method
    def draw(self) -> None:
        """The address as phones type it, or why there is none."""
        with ui.element("div").classes("phones"):
            if not lan_enabled():
                status_mark("none", t("Phones cannot reach this computer now."))
                return
            if overrides.enabled:
                text(
                    t("The command line switched this on; the switch above counts again from the next start."),
                    "second",
                    "p",
                )
            status_mark("info", t(PLAIN_FOR_GUESTS if tls_enabled() else PLAIN)).classes("long")
            address = phone_url("/healthz")
            qr(address, size=128, label=t("QR code to try the connection"))
            with ui.element("div").classes("stack grow"):
                status_mark(
                    "ok" if lan_addresses() else "warn", t("Phones use {address}", address=address.split("/")[2])
                )
                text(
                    t("Scan this with a phone to try. It shows a short answer when everything is right. If not:"),
                    "second",
                    "p",
                )
                with ui.element("ul").classes("checks second"):
                    for line in checks():
                        text(line, "", "li")


def checks() -> tuple[str, ...]:
    """What usually stands in the way."""
    return (
        t("Is the phone in the same Wi-Fi as this computer, and not in a guest network?"),
        t("Did this computer's firewall ask to let Linework in? Say yes for private networks."),
        t("Is mobile data in the way? Switch it off on the phone and scan again."),
        t("Did the router give this computer a new address? Show a fresh code."),
    )


def draw_phones() -> None:
    """The part of the settings below the network's switches."""
    phones = Phones()
    phones.draw()
    live(SettingChanged, lambda _: phones.draw.refresh(), when=lambda fact: fact.key.startswith("lan."))
