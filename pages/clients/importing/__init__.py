"""Bringing clients in from a file: drop it, say what its columns are, look it over, import, take back."""

from pathlib import Path

from components.app import theme
from pages.clients.importing.bring import draw as draw_bring
from pages.clients.importing.one import draw as draw_one
from studio.clients.importing.declared import IMPORT
from studio.extension.screens import Screen
from studio.kernel.text import N_

theme.also(Path(__file__).parent / "importing.css")

SCREENS = (
    Screen("/clients/import", draw_bring, IMPORT, N_("Import clients")),
    Screen("/clients/import/{number}", draw_one, IMPORT, N_("Import clients")),
)
