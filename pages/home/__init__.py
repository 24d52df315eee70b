"""The front desk's home."""

from pages.home.today import draw
from studio.extension.screens import MenuItem, Screen, Screens
from studio.kernel.text import N_

SCREENS = Screens(
    name="home",
    screens=(Screen("/", draw, None, N_("Today")),),
    menu=(MenuItem(N_("Today"), "today", "/", 10, None),),
)
