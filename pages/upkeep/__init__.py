"""The studio's settings, and what keeps it running."""

from pages.upkeep import api, browser_errors, install
from pages.upkeep.audit import draw as draw_audit
from pages.upkeep.first import STEPS as FIRST_STEPS
from pages.upkeep.incidents import draw as draw_incidents
from pages.upkeep.incidents import draw_link
from pages.upkeep.network import draw as draw_network
from pages.upkeep.settings import draw as draw_settings
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

REACH = "upkeep.settings.reach"

SCREENS = Screens(
    name="upkeep",
    offers=frozenset({"audit_values.changed"}),
    screens=(
        Screen("/audit", draw_audit, "upkeep.journal.see", N_("Audit")),
        Screen("/settings", draw_settings, REACH, N_("Settings")),
        Screen("/settings/incidents", draw_incidents, "upkeep.incident.see", N_("Incidents")),
        Screen("/settings/network", draw_network, REACH, N_("Phones and network")),
    ),
    menu=(
        MenuItem(N_("Audit"), "eye", "/audit", 115, "upkeep.journal.see"),
        MenuItem(N_("Settings"), "sliders", "/settings", 120, REACH),
    ),
    slots=(Slot("settings.sections", draw_link, 90, "upkeep.incident.see", N_("System")),),
    api=(api.router,),
    first_steps=FIRST_STEPS,
    plain=(install.router, browser_errors.router),
)
