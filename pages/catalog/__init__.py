"""The catalogue on screen: the list with the chosen service beside it, the form, files, and the API."""

from pathlib import Path

from components.app import theme
from pages.catalog import api
from pages.catalog.edit import draw_edit, draw_new
from pages.catalog.importing import draw as draw_import
from pages.catalog.list import draw as draw_list
from pages.catalog.one import draw as draw_one
from studio.catalog.facts import CatalogFact
from studio.catalog.queries.first import services_offered
from studio.extension.screens import FirstStep, MenuItem, Screen, Screens
from studio.kernel.text import N_

SEE, EDIT = "catalog.service.see", "catalog.service.edit"

theme.also(Path(__file__).parent / "catalog.css")

SCREENS = Screens(
    name="catalog",
    offers=frozenset({"showing.minutes_text", "showing.money_text"}),
    screens=(
        Screen("/catalog", draw_list, SEE, N_("Services")),
        Screen("/catalog/new", draw_new, EDIT, N_("New service")),
        Screen("/catalog/import", draw_import, "catalog.service.import", N_("Import services")),
        Screen("/catalog/{code}", draw_one, SEE, N_("Service")),
        Screen("/catalog/{code}/edit", draw_edit, EDIT, N_("Edit service")),
    ),
    menu=(MenuItem(N_("Services"), "tag", "/catalog", 60, SEE),),
    first_steps=(
        FirstStep(
            "catalog.services",
            N_("List what you offer"),
            N_("Your services with time, price and deposit; the usual ones can be filled in at once."),
            N_("Open the services"),
            "/catalog",
            40,
            EDIT,
            services_offered,
            (CatalogFact,),
        ),
    ),
    api=(api.router,),
)
