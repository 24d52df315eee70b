"""The clients room on screen: list, profile, form, scan, the inbox, the phone form, and their API."""

from pathlib import Path

from components.app import theme
from pages.clients import api, api_more, artist, files, inbox, join, poster, register, registrations_api
from pages.clients.edit import draw_edit, draw_new
from pages.clients.first import STEPS as FIRST_STEPS
from pages.clients.importing import SCREENS as IMPORTING
from pages.clients.invite import INVITE, draw_update
from pages.clients.list import draw as draw_list
from pages.clients.merge import draw as draw_merge
from pages.clients.pairs import draw as draw_pairs
from pages.clients.profile import draw as draw_profile
from pages.clients.scan import draw as draw_scan
from pages.clients.tags import draw as draw_tags
from studio.clients.door import POSTER
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE, EDIT = "clients.client.see", "clients.client.edit"

theme.also(Path(__file__).parent / "clients.css")

SCREENS = Screens(
    name="clients",
    offers=frozenset({"handover.greet", "handover.leave_word", "picking.ClientPicker"}),
    screens=(
        Screen("/clients", draw_list, SEE, N_("Clients")),
        Screen("/clients/new", draw_new, EDIT, N_("New client")),
        Screen("/clients/tags", draw_tags, "clients.tag.manage", N_("Tags")),
        Screen("/clients/duplicates", draw_pairs, "clients.client.merge", N_("On file twice?")),
        Screen("/clients/duplicates/{kept}/{other}", draw_merge, "clients.client.merge", N_("Merge two files")),
        *IMPORTING,
        Screen("/clients/{code}", draw_profile, SEE, N_("Client")),
        Screen("/clients/{code}/edit", draw_edit, EDIT, N_("Edit client")),
        Screen("/scan", draw_scan, SEE, N_("Scan a code")),
        Screen("/inbox/poster", poster.draw, POSTER, N_("Poster at the door")),
        *inbox.SCREENS,
    ),
    menu=(MenuItem(N_("Clients"), "clients", "/clients", 20, SEE), *inbox.MENU),
    slots=(
        Slot("client.profile.overview", artist.draw, 5, SEE, N_("Looked after by")),
        Slot("client.profile.acts", draw_update, 40, INVITE, N_("Update by phone")),
    ),
    first_steps=FIRST_STEPS,
    plain=(register.router, join.router, poster.router, files.router),
    api=(api_more.router, api.router, registrations_api.router),
)
