"""An artist's bookings for calendar apps: behind a private address, or once as a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from storage.table import columns_of
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.schedule.models import CalendarFeed
from studio.schedule.queries.bookings import STATION, booking
from studio.schedule.queries.calendar import ARTIST, BOOKING, CLIENT, FROM, SEE, own
from studio.schedule.refusals import ArtistIsUnknown, FeedIsDead
from studio.schedule.rules.cleaning import in_order
from studio.schedule.rules.ics import Event, calendar
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.rules.steps import FREE
from studio.schedule.views import BookingCard
from studio.schedule.words import KINDS
from studio.staff.rules import hash_token

MAKE = "schedule.feed.make"
FEED = columns_of(CalendarFeed).c
BEHIND, AHEAD = timedelta(days=60), timedelta(days=400)
_ROW = (
    BOOKING.id, BOOKING.code, BOOKING.version, BOOKING.kind, BOOKING.status, BOOKING.title, BOOKING.starts_at,
    BOOKING.ends_at, BOOKING.updated_at, CLIENT.name.label("client"), CLIENT.preferred_name,
    STATION.name.label("place"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """That an artist has a private address, since when and by whom; what it is was told once."""

    since: datetime
    by_name: str
    with_names: bool


@query("schedule.feed.read")
def feed(read: Read, token: str) -> str:
    """The calendar behind a private address; raises FeedIsDead for any other. It is looked for by its fingerprint, so
    that how long an answer takes tells nothing about it."""
    living = select(FEED.artist_id, FEED.with_names, ARTIST.name).join(ARTIST.id.table, ARTIST.id == FEED.artist_id)
    known = living.where(FEED.token_hash == hash_token(token[:200]), FEED.ended_at.is_(None))
    row = read.connection.execute(known.where(ARTIST.archived_at.is_(None))).first()
    if row is None:
        raise FeedIsDead
    now = read.house.clock.now()
    theirs = (BOOKING.artist_id == row.artist_id, BOOKING.starts_at > now - BEHIND, BOOKING.starts_at < now + AHEAD)
    return calendar(row.name, _events(read, *theirs, with_names=row.with_names))


@query(MAKE)
def address_of(read: Read, artist_id: UUID) -> Address | None:
    """Whether an artist has a private address; of one's own alone where one makes no others."""
    mine = select(FEED.created_at, FEED.by_name, FEED.with_names).join(ARTIST.id.table, ARTIST.id == FEED.artist_id)
    row = read.connection.execute(
        _within_reach(read, mine).where(FEED.artist_id == artist_id, FEED.ended_at.is_(None))
    ).first()
    return None if row is None else Address(*row)


@query(MAKE)
def calendar_file(
    read: Read,
    artist_id: UUID | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    with_names: bool = True,
) -> str:
    """Once as a file, for calendars that cannot reach the studio: of an artist or of all, from one day to another,
    called-off ones left out; of one's own alone where one makes no others."""
    in_order(first, last)
    zone = read.house.settings["studio.zone"]
    today = day_of(read.house.clock.now(), zone)
    start, end = day_span(first or today, zone)[0], day_span(last or (first or today) + AHEAD, zone)[1]
    wanted = [BOOKING.starts_at >= start, BOOKING.starts_at < end, BOOKING.status.not_in(FREE)]
    wanted += [] if read.scope == "all" else [own(read)]
    name = read.house.settings["studio.name"]
    if artist_id is not None:
        known = _within_reach(read, select(ARTIST.name)).where(ARTIST.id == artist_id)
        name = read.connection.execute(known).scalar()
        wanted.append(BOOKING.artist_id == artist_id)
    if name is None:
        raise ArtistIsUnknown
    return calendar(name, _events(read, *wanted, with_names=with_names))


@query(SEE)
def booking_file(read: Read, booking_id: UUID) -> str:
    """One booking for its client to keep: when, what, with whom and where, and nothing of what the studio noted."""
    settings = read.house.settings
    card = booking.run(read, booking_id)
    return calendar(settings["studio.name"], [_for_client(card, settings["studio.name"], settings["studio.address"])])


def _within_reach(read: Read, found: Select[Any]) -> Select[Any]:
    return found if read.scope == "all" else found.where(ARTIST.user_id == read.actor.id)


def _events(read: Read, *wanted: ColumnElement[bool], with_names: bool) -> Iterable[Event]:
    found = (
        select(*_ROW)
        .select_from(FROM.outerjoin(STATION.id.table, STATION.id == BOOKING.station_id))
        .where(*wanted)
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


def _for_client(card: BookingCard, studio: str, address: str) -> Event:
    one, kind = card.booking, t(KINDS[card.booking.kind])
    about = t("{kind} with {artist}", kind=kind, artist=card.artist) if card.artist else kind
    return Event(
        uid=f"{one.id}@linework",
        version=one.version,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        changed_at=card.updated_at,
        status=one.status,
        title=f"{studio}: {kind}",
        place=", ".join(filter(None, map(str.strip, address.splitlines()))),
        about=f"{about}\n{one.code}",
        busy=one.status not in FREE,
    )
