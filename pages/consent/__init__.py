"""The consent room on screen: signing, tablets, signed consents, and what staff see of them."""

from pages.consent import api, ceremony, kiosk, pairing
from studio.extension.screens import Screen, Screens
from studio.kernel.text import N_

SCREENS = Screens(
    name="consent",
    screens=(Screen("/kiosk", kiosk.draw, kiosk.NEEDS, N_("Waiting screen")),),
    api=(api.router,),
    plain=(ceremony.router, pairing.router),
)
