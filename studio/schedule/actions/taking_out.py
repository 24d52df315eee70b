"""Taking an artist's sessions out as a list: who took how many is written down."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from studio.kernel.refusal import Denied
from studio.kernel.work import Read, Work, action
from studio.schedule.facts import SessionsExported
from studio.schedule.models import Artist
from studio.schedule.queries.bookings import LARGEST_PAGE, list_bookings
from studio.schedule.views import Booking

EXPORT = "schedule.history.export"


@action(EXPORT)
def export_sessions(
    work: Work, artist_id: UUID, *, form: str, status: str = "", since: datetime | None = None, q: str = ""
) -> list[Booking]:
    """An artist's bookings, the latest first, names and prices and all; one's own for whoever takes out no others."""
    artist = work.get(Artist, artist_id)
    if work.permit(EXPORT) == "own" and artist.user_id != work.actor.id:
        raise Denied
    read = Read(work.connection, work.actor, work.house, "all")
    found: list[Booking] = []
    while True:
        page = list_bookings.run(
            read, artist_id=artist.id, status=status, since=since, q=q, sort="-starts_at",
            page=len(found) // LARGEST_PAGE + 1, size=LARGEST_PAGE,
        )  # fmt: skip
        found += page.items
        if len(found) >= page.total or not page.items:
            work.emit(SessionsExported(artist.id, len(found), form))
            return found
