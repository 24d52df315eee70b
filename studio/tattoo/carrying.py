"""References of a piece: files attached to it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from studio.extension.attaching import Carrier
from studio.kernel.work import Work
from studio.tattoo import refusals
from studio.tattoo.drawing import PIECE
from studio.tattoo.models import Piece

REFERENCES = "tattoo.reference.see"


def still_there(work: Work, piece_id: UUID) -> None:
    """Refuses for pieces that are unknown or archived."""
    piece = work.session.get(Piece, piece_id)
    if piece is None:
        raise refusals.PieceIsUnknown
    if piece.archived_at is not None:
        raise refusals.PieceIsArchived(code=piece.code)


def of_clients(clients: Sequence[UUID]) -> Select[UUID]:
    """The pieces of some clients."""
    return select(PIECE.id).where(PIECE.client_id.in_(clients))


CARRIES = {"piece": Carrier(REFERENCES, still_there, of_clients=of_clients)}
