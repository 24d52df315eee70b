"""Pieces on screen, and the API."""

from pages.tattoo import api, api_designs
from studio.extension.screens import Screens

SCREENS = Screens(name="tattoo", api=(api.router, api_designs.router))
