"""Whether all is signed for bookings and what their health answers ask for: read for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select, true

from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.clients.models import Client
from studio.extension.lights import Light, Visit
from studio.extension.registry import registry
from studio.kernel.work import Read, query
from studio.schedule.models import Artist, BookingOverride, BookingService
from studio.schedule.queries.calendar import BOOKING, SEE, own
from studio.schedule.views import Override

LINE, SERVICE = columns_of(BookingService).c, columns_of(ServiceEntry).c
CLIENT, ARTIST, ASIDE = columns_of(Client).c, columns_of(Artist).c, columns_of(BookingOverride).c


@query(SEE)
def lights_of(read: Read, booking_ids: Sequence[UUID]) -> dict[UUID, Light]:
    """The light of each booking, as far as whoever asks may know; none for a booking without a client, and for those
    they may not see. The same few statements for one booking and for three hundred."""
    mine = true() if read.scope == "all" else own(read)
    return registry().visit_lights(read, visits_of(read.connection, booking_ids, mine))


@query(SEE)
def set_aside_of(read: Read, booking_ids: Sequence[UUID]) -> dict[UUID, tuple[Override, ...]]:
    """What somebody decided against for each of these bookings, and why; only those where somebody did."""
    columns = (ASIDE.rule, ASIDE.told, ASIDE.reason, ASIDE.by_name, ASIDE.at)
    mine = true() if read.scope == "all" else own(read)
    found = (
        select(ASIDE.booking_id, *columns)
        .join(BOOKING.id.table, BOOKING.id == ASIDE.booking_id)
        .where(ASIDE.booking_id.in_(booking_ids), mine)
        .order_by(ASIDE.at, ASIDE.id)
    )
    told: dict[UUID, tuple[Override, ...]] = {}
    for row in read.connection.execute(found):
        told[row.booking_id] = (*told.get(row.booking_id, ()), Override(*row[1:]))
    return told


def visits_of(connection: Connection, booking_ids: Sequence[UUID], mine: ColumnElement[bool]) -> list[Visit]:
    """Those of these bookings to which a client comes, as other rooms are asked about them."""
    if not booking_ids:
        return []
    head = func.coalesce(CLIENT.merged_into, CLIENT.id)
    found = (
        select(BOOKING.id, head, BOOKING.kind, BOOKING.starts_at, ARTIST.name)
        .join(CLIENT.id.table, CLIENT.id == BOOKING.client_id)
        .outerjoin(ARTIST.id.table, ARTIST.id == BOOKING.artist_id)
        .where(BOOKING.id.in_(booking_ids), mine)
    )
    kinds = _kinds(connection, booking_ids)
    return [
        Visit(booking, client, kind, kinds.get(booking, ()), starts_at, artist or "")
        for booking, client, kind, starts_at, artist in connection.execute(found)
    ]


def _kinds(connection: Connection, booking_ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    done = select(LINE.booking_id, SERVICE.kind).join(SERVICE.id.table, SERVICE.id == LINE.service_id).distinct()
    kinds: dict[UUID, tuple[str, ...]] = {}
    for booking, kind in connection.execute(done.where(LINE.booking_id.in_(booking_ids)).order_by(SERVICE.kind)):
        kinds[booking] = (*kinds.get(booking, ()), kind)
    return kinds
