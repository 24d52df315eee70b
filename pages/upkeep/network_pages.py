"""Which pages open where on the network: the one table that says what works and what does not."""

from __future__ import annotations

from dataclasses import dataclass

from components.app.marks import Kind
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.lan import lan_enabled, phone_url, secure_url, tls_enabled


@dataclass(frozen=True)
class Served:
    """One kind of page: whether it opens on the network, where, and what that means."""

    name: str
    kind: Kind
    state: str
    where: str
    meaning: str


def served() -> list[Served]:
    """Every kind of page, in the order people ask for them."""
    return [guests(), tablets(), staff(), camera()]


def guests() -> Served:
    """Forms on guests' own phones."""
    name = t("Guests' forms on their own phones")
    if not lan_enabled():
        return Served(name, "none", t("Off"), "", t("Guests fill in the form at this computer."))
    meaning = t("Opens on any phone without a warning. Not encrypted: keep the Wi-Fi's password good.")
    return Served(name, "ok", t("Works"), place(phone_url("")), meaning)


def tablets() -> Served:
    """Tablets that wait for signings."""
    name = t("Tablets that wait for signings")
    if not lan_enabled():
        return Served(name, "none", t("Off"), "", t("Clients sign at this computer."))
    if tls_enabled():
        meaning = t("Encrypted. Each tablet installs the certificate once, then it is paired.")
        return Served(name, "ok", t("Works"), place(secure_url("")), meaning)
    meaning = t("Not encrypted: whoever is in the same Wi-Fi could read along.")
    return Served(name, "warn", t("Works in the open"), place(phone_url("")), meaning)


def staff() -> Served:
    """People of the studio away from the desk."""
    name = t("Staff on tablets and laptops")
    if not lan_enabled() or not house().settings["lan.staff"]:
        return Served(name, "none", t("Off"), "", t("Everybody signs in at this computer alone."))
    if tls_enabled():
        meaning = t("Encrypted. Roles that may not sign in from the network stay at the desk.")
        return Served(name, "ok", t("Works"), place(secure_url("")), meaning)
    meaning = t("Not encrypted: passwords travel in the open. Switch encrypted pages on.")
    return Served(name, "warn", t("Works in the open"), place(phone_url("")), meaning)


def camera() -> Served:
    """Live cameras, which browsers give to encrypted pages alone."""
    name = t("Live camera on tablets and phones")
    if lan_enabled() and house().settings["lan.staff"] and tls_enabled():
        return Served(name, "ok", t("Works"), place(secure_url("")) + "/scan", t("Scans codes while it looks."))
    meaning = t("Browsers give the camera to encrypted pages alone. A photo of the code works everywhere.")
    return Served(name, "none", t("Off"), "", meaning)


def place(url: str) -> str:
    """Scheme and address, as one would type it."""
    return url.removesuffix("/")
