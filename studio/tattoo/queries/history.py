"""Everything that was done with one piece."""

from __future__ import annotations

from uuid import UUID

from studio.kernel.history import Event, events
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query
from studio.tattoo.queries.pieces import SEE, piece
from studio.tattoo.reading import KIND

LATEST = 30


@query(SEE)
def piece_history(read: Read, piece_id: UUID) -> tuple[list[Event], int]:
    """The latest of it first, and how much there is in all; raises PieceIsUnknown for whoever may not see it."""
    known = piece.run(read, piece_id).piece.id
    return events(read.connection, read.house, subject=Subject(KIND, known), size=LATEST)
