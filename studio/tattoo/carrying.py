"""References of a piece: files attached to it."""

from __future__ import annotations

from uuid import UUID

from studio.extension.attaching import Carrier
from studio.kernel.work import Work
from studio.tattoo import refusals
from studio.tattoo.models import Piece

REFERENCES = "tattoo.reference.see"


def still_there(work: Work, piece_id: UUID) -> None:
    """Refuses for pieces that are unknown or archived."""
    piece = work.session.get(Piece, piece_id)
    if piece is None:
        raise refusals.PieceIsUnknown
    if piece.archived_at is not None:
        raise refusals.PieceIsArchived(code=piece.code)


CARRIES = {"piece": Carrier(REFERENCES, still_there)}
