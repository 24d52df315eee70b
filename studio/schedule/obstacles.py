"""What stands in the way of a booking, found in two statements however full the calendar is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Connection, Date, Uuid, bindparam, func, literal, or_, select, union_all

from storage.columns import UtcDateTime
from storage.driven import Prepared
from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.refusal import Conflict, Refusal
from studio.kernel.text import t
from studio.schedule import refusals
from studio.schedule.models import Absence, Artist, Booking, BookingPolicy, Certificate, Closure, DepositRule, Station
from studio.schedule.rules.localtime import wall
from studio.schedule.rules.steps import FREE
from studio.schedule.rules.when import When
from studio.schedule.words import CERTIFICATES

ARTIST, STATION, BOOKING = columns_of(Artist).c, columns_of(Station).c, columns_of(Booking).c
AWAY, SHUT, PAPER, CLIENT = (columns_of(one).c for one in (Absence, Closure, Certificate, Client))
REACH = timedelta(days=2)
"""No booking holds its time for longer, buffers and all: what lies further back cannot reach into another."""

_first, _last, _artist = (
    bindparam("first", type_=Date()),
    bindparam("last", type_=Date()),
    bindparam("artist", type_=Uuid()),
)
_one = select(literal(1).label("one")).subquery()
_shut = (SHUT.from_on <= _last) & (SHUT.until_on >= _first)
_away = (AWAY.artist_id == _artist) & (AWAY.kind != "extra") & (AWAY.from_on <= _last) & (AWAY.until_on >= _first)
_needed = (PAPER.artist_id == _artist) & PAPER.blocks_booking & PAPER.ended_at.is_(None) & (PAPER.expires_on < _last)
_policy, _rules = columns_of(BookingPolicy).c, columns_of(DepositRule).c
_LOOK = Prepared(
    select(
        ARTIST.name.label("artist"),
        ARTIST.archived_at.label("artist_gone"),
        ARTIST.user_id,
        ARTIST.guest_from,
        ARTIST.guest_until,
        STATION.name.label("station"),
        STATION.archived_at.label("station_gone"),
        CLIENT.name.label("client"),
        CLIENT.archived_at.label("client_gone"),
        select(SHUT.reason).where(_shut).limit(1).scalar_subquery().label("shut"),
        select(func.max(SHUT.until_on)).where(_shut).scalar_subquery().label("shut_until"),
        select(func.max(AWAY.until_on)).where(_away).scalar_subquery().label("away_until"),
        select(PAPER.kind).where(_needed).limit(1).scalar_subquery().label("paper"),
        select(func.coalesce(func.max(_policy.number), 0)).scalar_subquery().label("policy_no"),
        select(func.count()).select_from(_rules.id.table).scalar_subquery().label("deposit_rules"),
    )
    .select_from(_one)
    .outerjoin(ARTIST.id.table, ARTIST.id == _artist)
    .outerjoin(STATION.id.table, STATION.id == bindparam("station", type_=Uuid()))
    .outerjoin(CLIENT.id.table, CLIENT.id == bindparam("client", type_=Uuid()))
)


def _held(column: Any, name: str) -> Any:
    """Who holds it at that time: an index range of a few rows."""
    return select(BOOKING.code, BOOKING.held_until, literal(name).label("what")).where(
        column == bindparam(name, type_=Uuid()),
        BOOKING.held_from >= bindparam("reach", type_=UtcDateTime()),
        BOOKING.held_from < bindparam("until", type_=UtcDateTime()),
        BOOKING.held_until > bindparam("since", type_=UtcDateTime()),
        *(BOOKING.status != status for status in FREE),
        or_(~BOOKING.may_overlap, bindparam("strictly", type_=Boolean())),
        BOOKING.id.is_distinct_from(bindparam("me", type_=Uuid())),
    )


_BUSY = Prepared(union_all(_held(BOOKING.artist_id, "artist"), _held(BOOKING.station_id, "station")))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose time a booking would hold, and which; `me` is the booking itself when it is there already. Unless it is
    looked at `strictly`, what overlaps with leave is in nobody's way."""

    when: When
    held_from: datetime
    held_until: datetime
    client_id: UUID | None = None
    artist_id: UUID | None = None
    station_id: UUID | None = None
    me: UUID | None = None
    strictly: bool = True


def look(connection: Connection, wanted: Wanted) -> Any:
    """Who is meant, and what is known against that day. Refuses whoever is not here any more."""
    first, last = wanted.when.days
    told = {"first": first, "last": last, "artist": wanted.artist_id, "station": wanted.station_id}
    seen = _LOOK.first(connection, {**told, "client": wanted.client_id})
    if wanted.artist_id is not None:
        _there(seen.artist, seen.artist_gone, refusals.ChoiceIsUnknown("artist_id"), refusals.ArtistIsArchived)
    if wanted.station_id is not None:
        _there(seen.station, seen.station_gone, refusals.ChoiceIsUnknown("station_id"), refusals.StationIsArchived)
    if wanted.client_id is not None:
        _there(seen.client, seen.client_gone, refusals.ChoiceIsUnknown("client_id"), refusals.ClientIsGone)
    return seen


def obstacles(connection: Connection, wanted: Wanted, seen: Any) -> Iterator[refusals.InTheWay]:
    """All that speaks against it, the busiest first."""
    times = {"since": wanted.held_from, "until": wanted.held_until, "reach": wanted.held_from - REACH}
    who = {"artist": wanted.artist_id, "station": wanted.station_id, "me": wanted.me, "strictly": wanted.strictly}
    for row in _BUSY.rows(connection, {**times, **who}):
        kind = refusals.ArtistIsBusy if row.what == "artist" else refusals.StationIsBusy
        until = wall(row.held_until, wanted.when.zone)
        same = until[:10] == wanted.when.starts_local[:10]
        yield kind("starts_at", name=getattr(seen, row.what), code=row.code, until=until[11:] if same else until)
    yield from _of_the_day(wanted.when, seen)


def _of_the_day(when: When, seen: Any) -> Iterator[refusals.InTheWay]:
    first, last = when.days
    if seen.shut is not None:
        yield refusals.StudioIsClosed("starts_at", until=str(seen.shut_until), reason=seen.shut)
    if seen.away_until is not None:
        yield refusals.ArtistIsAway("starts_at", name=seen.artist, until=str(seen.away_until))
    if seen.guest_from is not None and not seen.guest_from <= first <= last <= seen.guest_until:
        stay = {"first": str(seen.guest_from), "last": str(seen.guest_until)}
        yield refusals.GuestIsNotHere("starts_at", name=seen.artist, **stay)
    if seen.paper is not None:
        yield refusals.CertificateHasExpired("artist_id", name=seen.artist, kind=t(CERTIFICATES[seen.paper]))


def _there(name: str | None, gone: datetime | None, unknown: Refusal, archived: type[Conflict]) -> None:
    if name is None:
        raise unknown
    if gone is not None:
        raise archived(name=name)
