"""What upkeep declares: the settings of the studio and its network."""

from __future__ import annotations

from studio.extension.area import Area
from studio.kernel.house import house
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.upkeep import checking, first, health, incidents, logo, network, premises, recovering, rules, undoing
from studio.upkeep.examiner import examine_soon
from studio.upkeep.facts import ExaminationDue, SettingChanged
from studio.upkeep.holding import HOLDS
from studio.upkeep.offers import OFFERS
from studio.upkeep.rules import whole_number


def forget_settings(_: SettingChanged) -> None:
    """Read the settings again at the next question."""
    house().settings.forget()


AREA = Area(
    name="upkeep",
    holds=HOLDS,
    looks={
        "upkeep.journal.take_out": N_("The journal, as a file"),
    },
    offers=OFFERS,
    permissions=(
        Permission.of("upkeep.settings.reach", N_("Open the settings"), "owner manager console"),
        Permission.of("upkeep.settings.change", N_("Change the studio's settings"), "owner console"),
        *network.PERMISSIONS,
        *health.PERMISSIONS,
        *checking.PERMISSIONS,
        *recovering.PERMISSIONS,
        *incidents.PERMISSIONS,
        *undoing.PERMISSIONS,
        Permission.of(
            "upkeep.journal.see", N_("Read the journal of everything that happened"), "owner manager inspector console"
        ),
    ),
    settings=(
        Setting("studio.name", str, "Linework", N_("Name of the studio"), check=rules.studio_name),
        Setting(logo.KEY, str, "", N_("The studio's logo"), check=logo.fitting_logo),
        Setting("studio.country", str, "GB", N_("Country"), check=rules.country),
        Setting("studio.currency", str, "GBP", N_("Currency"), check=rules.currency),
        Setting("studio.locale", str, "en-GB", N_("How dates and numbers are written"), check=rules.locale),
        Setting("studio.zone", str, "Europe/London", N_("Time zone"), check=rules.zone),
        *premises.SETTINGS,
        *network.SETTINGS,
        *first.SETTINGS,
        *health.SETTINGS,
        whole_number("limits.guest_per_minute", 30, N_("Requests a minute from one guest"), 5, 600),
        whole_number(
            "limits.address_per_minute", 600, N_("Requests a minute from one address on the network"), 60, 6000
        ),
        whole_number("limits.astray_per_minute", 60, N_("Requests a minute for addresses that do not exist"), 10, 600),
        whole_number("limits.api_per_minute", 600, N_("API requests a minute from one token"), 60, 60000),
        whole_number("limits.api_burst", 300, N_("API requests in one burst"), 10, 10000),
        Setting("looks.accent", str, "", N_("The studio's own colour"), check=rules.colour),
    ),
    timers=(*network.TIMERS, *health.TIMERS),
    alerts=health.ALERTS,
    sentences={
        "upkeep.settings.change": N_("{who} changed a setting"),
        "upkeep.settings.reset": N_("{who} set a setting back to how it comes"),
        **network.SENTENCES,
        **health.SENTENCES,
        **checking.SENTENCES,
        **recovering.SENTENCES,
        **incidents.SENTENCES,
        **undoing.SENTENCES,
    },
    after=((SettingChanged, forget_settings), (ExaminationDue, examine_soon)),
)
