"""What the schedule holds of people, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select

from storage.table import columns_of
from studio.extension.holding import Holding, Whose, by_way_of
from studio.kernel.text import N_
from studio.photos.models import Photo
from studio.schedule.models import (
    Absence,
    Artist,
    Booking,
    BookingOverride,
    BookingPolicy,
    BookingService,
    BookingTimer,
    CalendarFeed,
    Certificate,
    Closure,
    DepositRule,
    HealingCheck,
    PortfolioWork,
    Station,
    WaitEntry,
)

BOOKING, WORK = columns_of(Booking), columns_of(PortfolioWork)
OVERRIDE, LINE, TIMER = columns_of(BookingOverride), columns_of(BookingService), columns_of(BookingTimer)
CHECK = columns_of(HealingCheck)
WHEN = "starts_at ends_at kind status ended_at ended_by"


def of_their_bookings(table: Table) -> Whose:
    """Rows beside the bookings of some clients."""

    def which(clients: Sequence[UUID]) -> ColumnElement[bool]:
        return table.c.booking_id.in_(select(BOOKING.c.id).where(BOOKING.c.client_id.in_(clients)))

    return which


HOLDS = (
    Holding(
        BOOKING,
        {
            "person": f"{WHEN} title note ended_reason",
            "business": "price currency deposit_due deposit_state outcome policy_no moves notice_minutes",
            "technical": "number code client_id artist_id station_id starts_local ends_local zone buffer_before "
            "buffer_after held_from held_until series_id subject_kind subject_id confirmed_at checked_in_at started_at "
            "finished_at may_overlap",
        },
        N_("Bookings"),
        whose="client_id",
        ends="emptied",
        keeps=WHEN,
    ),
    Holding(
        LINE,
        {"person": "name", "business": "minutes price", "technical": "booking_id service_id position"},
        N_("Services booked"),
        whose=of_their_bookings(LINE),
        ends="emptied",
        keeps="name",
    ),
    Holding(TIMER, {"business": "started_at stopped_at", "technical": "booking_id"}),
    Holding(
        OVERRIDE,
        {"person": "reason", "staff": "by_id by_name", "business": "rule told at", "technical": "booking_id"},
        N_("Rules set aside for a booking"),
        whose=of_their_bookings(OVERRIDE),
        ends="emptied",
    ),
    Holding(
        CHECK,
        {"health": "answer note", "staff": "by_name", "business": "day", "technical": "booking_id"},
        N_("How it healed"),
        whose=of_their_bookings(CHECK),
    ),
    Holding(
        columns_of(WaitEntry),
        {
            "person": "kind style minutes from_on until_on days note state",
            "technical": "client_id artist_id service_id offered_at offered_until offer booking_id ended_at",
        },
        N_("On the waitlist"),
        whose="client_id",
    ),
    Holding(
        columns_of(Artist),
        {
            "staff": "user_id name name_key phone email about styles languages contract share rent currency rent_per "
            "guest_from guest_until hours note signature",
            "technical": "number code colour active position archived_at",
        },
        files="signature",
    ),
    Holding(columns_of(Absence), {"staff": "kind from_on until_on hours note", "technical": "artist_id"}),
    Holding(
        columns_of(Certificate),
        {
            "staff": "kind state number issuer issued_on expires_on file note",
            "technical": "artist_id blocks_booking ended_at",
        },
        files="file",
    ),
    Holding(
        WORK,
        {
            "business": "title tags file_id small_id",
            "staff": "added_by_name removed_by_name",
            "technical": "artist_id photo_id wide tall position removed_at",
        },
        N_("Photos in an artist's portfolio"),
        whose=by_way_of(WORK.c.photo_id, columns_of(Photo).c.client_id),
        files="file_id small_id",
    ),
    Holding(
        columns_of(CalendarFeed),
        {"credential": "token_hash", "staff": "by_name", "technical": "artist_id with_names ended_at"},
    ),
    Holding(
        columns_of(DepositRule), {"business": "booking_kind kind percent amount currency", "technical": "artist_id"}
    ),
    Holding(
        columns_of(BookingPolicy),
        {"business": "number notice_hours free_moves late_minutes at", "staff": "by_name"},
    ),
    Holding(
        columns_of(Station),
        {"business": "number code name name_key kind equipment active position", "technical": "archived_at"},
    ),
    Holding(columns_of(Closure), {"business": "from_on until_on reason"}),
)
