"""The country's rules: choose, read, compare, copy and change profiles."""

from pages.jurisdiction import api
from pages.jurisdiction.all import HERE
from pages.jurisdiction.all import draw as draw_all
from pages.jurisdiction.change import draw as draw_change
from pages.jurisdiction.one import draw, draw_compared, draw_edition
from pages.jurisdiction.section import draw as draw_section
from studio.extension.screens import FirstStep, Screen, Screens, Slot
from studio.jurisdiction.shelf import SETTING
from studio.kernel.text import N_
from studio.upkeep.facts import SettingChanged
from studio.upkeep.first import chosen

SEE = "jurisdiction.profile.see"

SCREENS = Screens(
    name="jurisdiction",
    screens=(
        Screen(HERE, draw_all, SEE, N_("Country's rules")),
        Screen(HERE + "/{key}", draw, SEE, N_("Country profile")),
        Screen(HERE + "/{key}/change", draw_change, "jurisdiction.profile.change", N_("Change a country profile")),
        Screen(HERE + "/{key}/compared", draw_compared, SEE, N_("Compare a country profile")),
        Screen(HERE + "/{key}/{number}", draw_edition, SEE, N_("Rules that counted once")),
    ),
    slots=(Slot("settings.sections", draw_section, 5, SEE, N_("Country's rules")),),
    first_steps=(
        FirstStep(
            "jurisdiction.profile",
            N_("Choose the country's rules"),
            N_("From which age somebody may be tattooed, and how long records are kept."),
            N_("Choose the rules"),
            HERE,
            35,
            "upkeep.settings.change",
            chosen(SETTING),
            (SettingChanged,),
        ),
    ),
    api=(api.router,),
)
