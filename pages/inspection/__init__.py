"""Inspections on screen: records between two days, inspectors, and the file they take along."""

from pathlib import Path

from components.app import theme
from pages.inspection import api, files, home
from pages.inspection.desk import draw
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE = "inspection.records.see"

theme.also(Path(__file__).parent / "inspection.css")

SCREENS = Screens(
    name="inspection",
    screens=(Screen("/inspection", draw, SEE, N_("Inspection")),),
    menu=(MenuItem(N_("Inspection"), "archive", "/inspection", 85, SEE),),
    slots=(Slot("home.cards", home.draw, 5, SEE, N_("Inspection")),),
    plain=(files.router,),
    api=(api.router,),
)
