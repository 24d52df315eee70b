"""What whoever is signed in may do with one piece: with every piece, or with those they lead."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from components.app.who import current_actor
from pages.schedule.booking_form import my_artist
from studio.kernel.house import house
from studio.tattoo.views import Piece

BOOK = "schedule.booking.edit"


@dataclass(frozen=True)
class Hands:
    """`artist_id` is the artist who is signed in, if it is one."""

    artist_id: UUID | None

    def may(self, permission: str, one: Piece) -> bool:
        """Whether this right reaches this piece."""
        scope = house().rights.scope(current_actor(), permission)
        if scope != "own":
            return scope == "all"
        return self.artist_id is not None and self.artist_id == one.lead_artist_id

    @property
    def books_for(self) -> UUID | None:
        """Whom alone they may book; nobody for whoever books for all."""
        return self.artist_id if house().rights.scope(current_actor(), BOOK) == "own" else None


async def hands() -> Hands:
    """Of whoever is signed in."""
    return Hands(await my_artist())
