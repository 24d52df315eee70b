"""Privacy on screen: what is due, held and asked; and for each client their file, holds, erasing and who looked."""

from pages.privacy import api, files
from pages.privacy.client import draw as draw_client
from pages.privacy.office import draw as draw_office
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE = "privacy.request.see"

SCREENS = Screens(
    name="privacy",
    screens=(Screen("/privacy", draw_office, SEE, N_("Privacy")),),
    menu=(MenuItem(N_("Privacy"), "shield", "/privacy", 80, SEE),),
    slots=(Slot("client.profile.tabs", draw_client, 60, SEE, N_("Privacy")),),
    plain=(files.router,),
    api=(api.router,),
)
