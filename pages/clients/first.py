"""What a new studio does first with clients."""

from __future__ import annotations

from studio.clients.door import POSTER
from studio.clients.facts import ClientFact, ClientsFilled, RegistrationFact
from studio.clients.queries.first import anybody_on_file, file_brought_in, form_has_come
from studio.extension.screens import FirstStep
from studio.kernel.text import N_
from studio.upkeep.facts import SettingChanged
from studio.upkeep.first import switched_on

STEPS = (
    FirstStep(
        "clients.client",
        N_("Put the first client on file"),
        N_("By hand here, or with the code a guest scans."),
        N_("New client"),
        "/clients/new",
        20,
        "clients.client.edit",
        anybody_on_file,
        (ClientFact, ClientsFilled),
    ),
    FirstStep(
        "clients.import",
        N_("Bring the clients you have"),
        N_("From another program or a spreadsheet, as a CSV file or an Excel workbook."),
        N_("Import clients"),
        "/clients/import",
        30,
        "clients.client.import",
        file_brought_in,
        (ClientsFilled,),
    ),
    FirstStep(
        "clients.form",
        N_("Take in a form from a phone"),
        N_("Scan the code on this page with your own phone and fill it in, as a guest would."),
        N_("Open the inbox"),
        "/inbox",
        50,
        "clients.registration.see",
        form_has_come,
        (RegistrationFact,),
    ),
    FirstStep(
        "clients.poster",
        N_("Hang up the poster"),
        N_("Guests scan it at the door and fill in their form while they wait."),
        N_("Look at the poster"),
        "/inbox/poster",
        110,
        POSTER,
        switched_on("clients.poster.open"),
        (SettingChanged,),
    ),
)
