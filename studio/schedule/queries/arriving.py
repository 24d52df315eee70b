"""Somebody at the door shows their code: which bookings of today are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, true

from studio.clients.codes import OwnCode, recognise
from studio.clients.family import family_of, head_of
from studio.clients.refusals import ClientIsArchived, ClientIsUnknown
from studio.kernel.work import Read, query
from studio.schedule.queries.calendar import BOOKING, CLIENT, FROM, ROW, drawn, own
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.rules.steps import AHEAD, FREE
from studio.schedule.views import Booking

MOST = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came, what they are expected for today, what they are here for already, and when they come next.

    Of a code that is not ours there is nothing but its `text`; `shown` is what was read.
    """

    text: str = ""
    shown: str = ""
    client_id: UUID | None = None
    code: str = ""
    name: str = ""
    expected: tuple[Booking, ...] = ()
    here: tuple[Booking, ...] = ()
    after: Booking | None = None


@query("schedule.session.run")
def arriving(read: Read, text: str) -> Arrival:
    """Whose code this is, and their bookings. Raises ClientIsUnknown and ClientIsArchived; one whose file was merged
    stands under the other."""
    found = recognise(read.house, text)
    if not isinstance(found, OwnCode):
        return Arrival(found.text, text)
    client = _client(read, found.client_code)
    now = read.house.clock.now()
    zone = read.house.settings["studio.zone"]
    start, end = day_span(day_of(now, zone), zone)
    coming = _bookings(read, client.id, start, now)
    today = [one for one in coming if one.starts_at < end]
    return Arrival(
        shown=text,
        client_id=client.id,
        code=client.code,
        name=client.name,
        expected=tuple(one for one in today if one.status in AHEAD),
        here=tuple(one for one in today if one.status not in AHEAD),
        after=next((one for one in coming if one.starts_at >= end), None),
    )


def _client(read: Read, code: str) -> Any:
    known = read.connection.scalar(select(CLIENT.id).where(CLIENT.code == code))
    if known is None:
        raise ClientIsUnknown
    columns = (CLIENT.id, CLIENT.code, CLIENT.name, CLIENT.archived_at)
    row = read.connection.execute(select(*columns).where(CLIENT.id == head_of(read.connection, known))).one()
    if row.archived_at is not None:
        raise ClientIsArchived(name=row.name)
    return row


def _bookings(read: Read, client_id: UUID, start: datetime, now: datetime) -> list[Booking]:
    """Theirs from today on; also one that began yesterday and goes on past midnight."""
    wanted = (
        BOOKING.client_id.in_(family_of(client_id)),
        BOOKING.status.not_in(FREE),
        BOOKING.kind != "block",
        or_(BOOKING.starts_at >= start, BOOKING.ends_at > now),
        true() if read.scope == "all" else own(read),
    )
    rows = select(*ROW).select_from(FROM).where(*wanted).order_by(BOOKING.starts_at).limit(MOST)
    return drawn(read, read.connection.execute(rows))
