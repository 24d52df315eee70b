"""What upkeep declares of the studio's network: who opens it, how, and what keeps its certificate good."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import Timer
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.upkeep import rules
from studio.upkeep.certifying import renew_certificate

CHANGE, ENTER = "upkeep.network.change", "upkeep.network.enter"
PERMISSIONS = (
    Permission.of(CHANGE, N_("Open the studio to phones and tablets"), "owner console"),
    Permission.of(
        ENTER,
        N_("Sign in from tablets and laptops, not at the desk alone"),
        "owner manager artist guest_artist reception viewer inspector",
    ),
    Permission.of("upkeep.certificate.make", N_("Make this computer's certificate"), "owner rule timer console"),
)
SETTINGS = (
    Setting("lan.enabled", bool, False, N_("Phones may reach this computer"), who=CHANGE),
    Setting("lan.staff", bool, False, N_("Staff may sign in from tablets and laptops"), who=CHANGE),
    Setting("lan.tls", bool, False, N_("Tablets and staff use encrypted pages"), who=CHANGE),
    Setting(
        "lan.address", str, "", N_("Networks phones use; empty chooses by itself"), who=CHANGE, check=rules.address
    ),
    Setting("lan.port", int, 8081, N_("Port phones use"), who=CHANGE, check=rules.port("lan.port")),
    Setting("lan.tls_port", int, 8443, N_("Port of encrypted pages"), who=CHANGE, check=rules.port("lan.tls_port")),
)
TIMERS = (Timer("upkeep.certificate.renew", timedelta(hours=6), renew_certificate),)
SENTENCES = {
    "upkeep.certificate.make": N_("This computer got a certificate for the studio's network"),
    "upkeep.certificate.renew": N_("The certificate for the studio's network was renewed"),
    "upkeep.authority.replace": N_("{who} replaced the studio's certificate authority"),
}
