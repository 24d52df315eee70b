"""Phones and network on one screen: what is open, what works, what stands in the way, and a code to try."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nicegui import run, ui

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import status_mark
from components.app.moments import show_date
from components.app.text import text
from components.app.who import current_actor
from components.qr import qr
from pages.upkeep.network_checks import Check, checks
from pages.upkeep.network_choice import NetworkChoice
from pages.upkeep.network_pages import served
from pages.upkeep.network_parts import (
    Redrawn,
    draw_all,
    draw_arrival,
    draw_check,
    draw_fingerprint,
    draw_served,
    replace,
)
from pages.upkeep.setting_row import SettingRow
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import language, t
from studio.upkeep.certificates import CertificateView, present_certificate
from studio.upkeep.facts import CertificateMade, DoorMoved, PhoneReached, SettingChanged
from studio.upkeep.lan import lan_enabled, overrides, phone_url, tls_enabled
from studio.upkeep.network import CHANGE

SWITCHES = ("lan.enabled", "lan.staff", "lan.tls")
PORTS = ("lan.port", "lan.tls_port")

theme.also(Path(__file__).parent / "network.css")


def draw() -> None:
    """The screen `/settings/network`."""
    NetworkPage().draw()


class NetworkPage:
    """One open look at the network; it follows doors, certificate and arrivals."""

    def __init__(self) -> None:
        self.manages = may(current_actor(), CHANGE, house().rights)
        self.rows: dict[str, SettingRow] = {}

    def draw(self) -> None:
        with frame(t("Phones and network"), active="/settings"):
            head(
                t("Phones and network"), t("Nothing leaves the studio: devices talk to this computer over your Wi-Fi.")
            )
            with ui.element("div").classes("body network"):
                with ui.element("div").classes("stack network-main"):
                    self.section(t("What is open"), self._switches)
                    self.section(t("What works"), self._pages)
                    self.section(t("Checks"), self._checks)
                    self.section(t("Networks and ports"), self._networks)
                    self.section(t("Certificate"), self._certificate)
                with ui.element("aside").classes("stack network-try"):
                    self.trying = Redrawn(self._trying)
        self.follow()

    def follow(self) -> None:
        """Redraw what others change."""
        live(SettingChanged, self._changed, when=lambda fact: fact.key.startswith("lan."))
        live((DoorMoved, CertificateMade), lambda _: self._again())
        live(PhoneReached, lambda _: self.trying.draw())

    def section(self, title: str, fill: Callable[[], None]) -> None:
        """A part with its heading."""
        with ui.element("section").classes("settings-group"):
            text(title, "", "h2")
            fill()

    def _changed(self, fact: SettingChanged) -> Any:
        if fact.key in self.rows:
            self.rows[fact.key].show()
        self.choice.show()
        return self._again()

    async def _again(self) -> None:
        for part in (self.pages, self.certificate, self.trying):
            part.draw()
        await self.load_checks()

    def _switches(self) -> None:
        if overrides.enabled is not None:
            words = t("The command line decides this until Linework starts again.")
            status_mark("info", words).classes("long network-note")
        for key in SWITCHES:
            self._row(key)

    def _row(self, key: str) -> None:
        declared = house().settings.declaration(key)
        if declared is not None:
            self.rows[key] = SettingRow(declared, may=self.manages)

    def _pages(self) -> None:
        self.pages = Redrawn(draw_all(draw_served, served), "ul", "network-list")

    def _checks(self) -> None:
        self.found: list[Check] = []
        self.checks = Redrawn(draw_all(draw_check, lambda: self.found), "ul", "network-list")
        ui.timer(0.05, self.load_checks, once=True)

    async def load_checks(self) -> None:
        """Look again, aside: asking the adapters takes a moment."""
        self.found = await run.io_bound(checks, language()) or []
        self.checks.draw()

    def _networks(self) -> None:
        self.choice = NetworkChoice(may=self.manages)
        for key in PORTS:
            self._row(key)

    def _certificate(self) -> None:
        self.certificate = Redrawn(lambda: self._draw_certificate(present_certificate(house(), "authority")))

    def _draw_certificate(self, authority: CertificateView | None) -> None:
        if authority is None or not tls_enabled():
            text(t("Made when encrypted pages are switched on. It belongs to this studio alone."), "second", "p")
            return
        text(t("Devices that install it trust this computer. Compare these groups before installing:"), "second", "p")
        draw_fingerprint(authority)
        made, until = show_date(authority.made_at.date()), show_date(authority.expires_at.date())
        text(t("Made {made}, good until {until}.", made=made, until=until), "small quiet", "p")
        with ui.element("div").classes("line wrap"):
            button(t("How to install it"), to="/install", icon="tablet").props("target=_blank")
            if self.manages:
                button(t("Begin again with a new one"), replace, kind="bare")

    def _trying(self) -> None:
        text(t("Try it"), "", "h2")
        if not lan_enabled():
            text(t("Let phones in, and a code to try appears here."), "second", "p")
            return
        address = phone_url("/install")
        qr(address, size=220, label=t("QR code to try the connection"))
        text(address.split("/")[2], "strong network-address", "p")
        with ui.element("div").props("role=status"):
            draw_arrival()
        text(t("Scan it with a phone in the same Wi-Fi. Switch mobile data off if nothing comes."), "small second", "p")
