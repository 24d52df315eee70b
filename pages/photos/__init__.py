"""Photos on screen: a client's gallery, what may be shown in public, and what to decide once a consent is withdrawn."""

from pathlib import Path

import studio.photos.actions  # noqa: F401  the registry checks the verbs it can see
from components.app import theme
from pages.photos import api, files
from pages.photos.client import draw as draw_client
from pages.photos.portfolio import draw as draw_portfolio
from pages.photos.withdrawn import draw as draw_withdrawn
from pages.photos.withdrawn import waiting
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_
from studio.photos import facts

SEE, SHOWN, DECIDE = "photos.photo.see", "photos.portfolio.see", "photos.withdrawn.decide"

theme.also(Path(__file__).parent / "photos.css")

SCREENS = Screens(
    name="photos",
    screens=(
        Screen("/photos", draw_portfolio, SHOWN, N_("Photos")),
        Screen("/photos/withdrawn", draw_withdrawn, DECIDE, N_("Consent withdrawn")),
    ),
    menu=(
        MenuItem(
            N_("Photos"),
            "photo",
            "/photos",
            58,
            SHOWN,
            waiting,
            (facts.PicturesHidden, facts.PicturesBack, facts.PicturesDeleted, facts.HiddenPictureKept),
        ),
    ),
    slots=(Slot("client.profile.photos", draw_client, 10, SEE),),
    plain=(files.router,),
    api=(api.router,),
)
