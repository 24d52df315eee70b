"""The consent room on screen: signing, tablets, signed consents, and what staff see of them."""

from pathlib import Path

from components.app import theme
from pages.consent import api, ceremony, kiosk, pairing, tablets, witness
from studio.extension.screens import Screen, Screens, Slot
from studio.kernel.text import N_

theme.also(Path(__file__).parent / "consent.css")

SCREENS = Screens(
    name="consent",
    screens=(
        Screen("/kiosk", kiosk.draw, kiosk.NEEDS, N_("Waiting screen")),
        Screen("/consent/signing/{ceremony_id}", witness.draw, "consent.ceremony.see", N_("Signing")),
    ),
    slots=(Slot("settings.sections", tablets.draw, 10, tablets.SEE, N_("Tablets")),),
    api=(api.router,),
    plain=(ceremony.router, pairing.router),
)
