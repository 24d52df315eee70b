"""Pieces on screen: the list, one piece with all that belongs to it, a client's own; and the API."""

from pathlib import Path

from components.app import theme
from pages.tattoo import api, api_designs, files
from pages.tattoo.client_tab import draw as draw_client_tab
from pages.tattoo.client_tab import draw_beside_booking
from pages.tattoo.piece import draw as draw_piece
from pages.tattoo.piece_form import draw_edit, draw_new
from pages.tattoo.pieces import draw as draw_pieces
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE, EDIT = "tattoo.piece.see", "tattoo.piece.edit"

theme.also(Path(__file__).parent / "tattoo.css")

SCREENS = Screens(
    name="tattoo",
    screens=(
        Screen("/pieces", draw_pieces, SEE, N_("Pieces")),
        Screen("/pieces/new", draw_new, EDIT, N_("New piece")),
        Screen("/pieces/{code}", draw_piece, SEE, N_("Piece")),
        Screen("/pieces/{code}/edit", draw_edit, EDIT, N_("Edit piece")),
    ),
    menu=(MenuItem(N_("Pieces"), "drop", "/pieces", 22, SEE),),
    slots=(
        Slot("client.profile.tabs", draw_client_tab, 20, SEE, N_("Pieces")),
        Slot("booking.sections", draw_beside_booking, 20, SEE),
    ),
    plain=(files.router,),
    api=(api.router, api_designs.router, api_designs.latest),
)
