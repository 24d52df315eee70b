"""The studio's settings, and what keeps it running."""

from pages.upkeep import api, install
from pages.upkeep.audit import draw as draw_audit
from pages.upkeep.network import draw as draw_network
from pages.upkeep.settings import draw as draw_settings
from studio.extension.screens import MenuItem, Screen, Screens
from studio.kernel.text import N_

REACH = "upkeep.settings.reach"

SCREENS = Screens(
    name="upkeep",
    screens=(
        Screen("/audit", draw_audit, "upkeep.journal.see", N_("Audit")),
        Screen("/settings", draw_settings, REACH, N_("Settings")),
        Screen("/settings/network", draw_network, REACH, N_("Phones and network")),
    ),
    menu=(
        MenuItem(N_("Audit"), "eye", "/audit", 115, "upkeep.journal.see"),
        MenuItem(N_("Settings"), "sliders", "/settings", 120, REACH),
    ),
    api=(api.router,),
    plain=(install.router,),
)
