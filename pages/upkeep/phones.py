"""In the settings, below the network's switches: how phones reach this computer, and where all of it is explained."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.live import live
from components.app.marks import status_mark
from studio.kernel.text import t
from studio.upkeep.doorways import doorways
from studio.upkeep.facts import DoorMoved, SettingChanged
from studio.upkeep.lan import lan_enabled, phone_url


class Phones:
    """Redraws itself when one of the network's settings or doors changes."""

    @ui.refreshable_method
    def draw(self) -> None:
        """The address as phones type it, or why there is none."""
        with ui.element("div").classes("phones"):
            if not lan_enabled():
                status_mark("none", t("Phones cannot reach this computer now."))
            elif "busy" in (doorways["plain"].state, doorways["tls"].state):
                status_mark("stop", t("Another program has the port."))
            else:
                status_mark("ok", t("Phones use {address}", address=phone_url("").split("/")[2]))
            button(t("What works, and a code to try"), to="/settings/network", icon="qr")


def draw_phones() -> None:
    """The part of the settings below the network's switches."""
    phones = Phones()
    phones.draw()
    live(SettingChanged, lambda _: phones.draw.refresh(), when=lambda fact: fact.key.startswith("lan."))
    live(DoorMoved, lambda _: phones.draw.refresh())
