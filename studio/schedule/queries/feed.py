"""An artist's bookings for calendar apps: behind a private address, or once as a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.schedule.models import CalendarFeed
from studio.schedule.queries.bookings import STATION
from studio.schedule.queries.calendar import ARTIST, BOOKING, CLIENT, FROM, SEE
from studio.schedule.refusals import ArtistIsUnknown, FeedIsDead
from studio.schedule.rules.ics import Event, calendar
from studio.schedule.rules.steps import FREE
from studio.schedule.words import KINDS
from studio.staff.rules import hash_token

FEED = columns_of(CalendarFeed).c
BEHIND, AHEAD = timedelta(days=60), timedelta(days=400)
_ROW = (
    BOOKING.id, BOOKING.code, BOOKING.version, BOOKING.kind, BOOKING.status, BOOKING.title, BOOKING.starts_at,
    BOOKING.ends_at, BOOKING.updated_at, CLIENT.name.label("client"), CLIENT.preferred_name,
    STATION.name.label("place"),
)  # fmt: skip


@query("schedule.feed.read")
def feed(read: Read, token: str) -> str:
    """The calendar behind a private address; raises FeedIsDead for any other."""
    living = select(FEED.artist_id, FEED.with_names, ARTIST.name).join(ARTIST.id.table, ARTIST.id == FEED.artist_id)
    known = living.where(FEED.token_hash == hash_token(token[:200]), FEED.ended_at.is_(None))
    row = read.connection.execute(known.where(ARTIST.archived_at.is_(None))).first()
    if row is None:
        raise FeedIsDead
    return calendar(row.name, _events(read, row.artist_id, with_names=row.with_names))


@query(SEE)
def calendar_file(read: Read, artist_id: UUID, *, with_names: bool = False) -> str:
    """The same as a file, for calendars that cannot reach the studio; of one's own where one sees no others."""
    mine = ARTIST.id == artist_id
    if read.scope != "all":
        mine = mine & (ARTIST.user_id == read.actor.id)
    name = read.connection.execute(select(ARTIST.name).where(mine)).scalar()
    if name is None:
        raise ArtistIsUnknown
    return calendar(name, _events(read, artist_id, with_names=with_names))


def _events(read: Read, artist_id: UUID, *, with_names: bool) -> Iterable[Event]:
    now = read.house.clock.now()
    found = (
        select(*_ROW)
        .select_from(FROM.outerjoin(STATION.id.table, STATION.id == BOOKING.station_id))
        .where(BOOKING.artist_id == artist_id, BOOKING.starts_at > now - BEHIND, BOOKING.starts_at < now + AHEAD)
        .order_by(BOOKING.starts_at, BOOKING.id)
    )
    return [_event(row, with_names=with_names) for row in read.connection.execute(found)]


def _event(row: Any, *, with_names: bool) -> Event:
    who = (row.preferred_name or row.client or "").split()
    known = f"{t(KINDS[row.kind])} {row.code}"
    title = f"{who[0]}: {known}" if with_names and who else known
    return Event(
        uid=f"{row.id}@linework",
        version=row.version,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        changed_at=row.updated_at,
        status=row.status,
        title=row.title if row.kind == "block" and row.title else title,
        place=row.place or "",
        busy=row.status not in FREE,
    )
