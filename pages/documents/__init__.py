"""The documents room on screen: the studio's own papers, sealed documents, and sheets clients take home."""

import studio.documents.actions  # noqa: F401  the registry checks the verbs it can see
from pages.documents import api, given, giving, new, one, papers_api, routes, sealed
from pages.documents.attachments import api as attachments_api
from pages.documents.attachments import draw_client
from pages.documents.attachments import routes as attachment_routes
from pages.documents.first import STEPS
from pages.documents.list import EDIT
from pages.documents.list import draw as draw_list
from pages.documents.offers import OFFERS
from studio.documents.attachments.queries import attachments_of
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE = "documents.paper.see"

SCREENS = Screens(
    name="documents",
    offers=OFFERS,
    screens=(
        Screen("/documents", draw_list, SEE, N_("Papers")),
        Screen("/documents/new", new.draw, EDIT, N_("New aftercare sheet")),
        Screen("/documents/sealed", sealed.draw, giving.SEE, N_("Sealed documents")),
        Screen("/documents/papers/{key}", one.draw, SEE, N_("Paper")),
    ),
    menu=(MenuItem(N_("Papers"), "note", "/documents", 55, SEE),),
    slots=(
        Slot("client.profile.overview", giving.draw, 60, giving.SEE, N_("Aftercare")),
        Slot("client.profile.tabs", draw_client, 35, attachments_of.needs, N_("Files")),
    ),
    first_steps=STEPS,
    plain=(given.router, routes.router, attachment_routes.router),
    api=(papers_api.router, api.router, attachments_api.router),
)
