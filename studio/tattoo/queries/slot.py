"""When the next session of a piece could be."""

from __future__ import annotations

from uuid import UUID

from studio.catalog.rules.cleaning import number
from studio.kernel.work import Read, query
from studio.schedule.queries import next_free
from studio.schedule.rules.when import LONGEST, SHORTEST
from studio.tattoo.queries.pieces import SEE, piece
from studio.tattoo.rules.sitting import usual_minutes
from studio.tattoo.views import NextSlot


@query(SEE)
def next_slot(
    read: Read, piece_id: UUID, minutes: int | None = None, artist_id: UUID | None = None, *, anybody: bool = False
) -> NextSlot:
    """The first free start behind the healing gap, with the lead artist, another one, or anybody.

    Raises NumberIsOutside where nothing that long, or that short, is booked.
    """
    card = piece.run(read, piece_id)
    minutes = number(minutes, SHORTEST, LONGEST) or usual_minutes(card)
    whose = artist_id or card.piece.lead_artist_id
    found = next_free(read, minutes, None if anybody or whose is None else [whose], card.free_from)
    if found is None:
        return NextSlot(card.free_from, minutes, whose, None, None)
    return NextSlot(card.free_from, minutes, found.artist_id, found.starts_at, found.ends_at)
