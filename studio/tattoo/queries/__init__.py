"""What can be read of pieces: frozen views."""

from studio.tattoo.queries.designs import design_picture
from studio.tattoo.queries.history import piece_history
from studio.tattoo.queries.pieces import Page, find_pieces, list_pieces, piece, piece_by_code, pieces_of
from studio.tattoo.queries.slot import next_slot
from studio.tattoo.views import Design, NextSlot, Piece, PieceCard, Said, Step

__all__ = [
    "Design",
    "NextSlot",
    "Page",
    "Piece",
    "PieceCard",
    "Said",
    "Step",
    "design_picture",
    "find_pieces",
    "list_pieces",
    "next_slot",
    "piece",
    "piece_by_code",
    "piece_history",
    "pieces_of",
]
