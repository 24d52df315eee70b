"""Private addresses under which calendar apps read an artist's bookings."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from studio.kernel.work import Work, action
from studio.schedule import facts
from studio.schedule.actions.artist import present_artist
from studio.schedule.models import Artist, CalendarFeed
from studio.schedule.planning import only_mine
from studio.staff.rules import hash_token, new_token

MAKE = "schedule.feed.make"


@action(MAKE)
def make_feed(work: Work, artist_id: UUID, *, with_names: bool = True) -> str:
    """A new private address, told once; the one before stops working. Apps see first names, or codes alone."""
    artist = present_artist(work, artist_id)
    only_mine(work, MAKE, artist.id)
    _end(work, artist)
    token = new_token()
    work.add(
        CalendarFeed(artist_id=artist.id, token_hash=hash_token(token), with_names=with_names, by_name=work.actor.name)
    )
    work.emit(facts.FeedChanged(artist.id, open=True))
    return token


@action("schedule.feed.end", needs=MAKE)
def end_feed(work: Work, artist_id: UUID) -> bool:
    """Calendar apps get nothing any more; says whether there was anything to end."""
    artist = work.get(Artist, artist_id)
    only_mine(work, MAKE, artist.id)
    ended = _end(work, artist)
    if ended:
        work.emit(facts.FeedChanged(artist.id, open=False))
    return ended


def _end(work: Work, artist: Artist) -> bool:
    living = select(CalendarFeed).where(CalendarFeed.artist_id == artist.id, col(CalendarFeed.ended_at).is_(None))
    rows = work.session.exec(living).all()
    for row in rows:
        row.ended_at = work.now
    return bool(rows)
