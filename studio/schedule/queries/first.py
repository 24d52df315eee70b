"""How far the calendar's setting up is."""

from __future__ import annotations

from sqlalchemy import exists, select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.schedule import models

ARTIST, BOOKING = columns_of(models.Artist), columns_of(models.Booking)


@query("schedule.artist.see")
def artists_work_here(read: Read) -> bool:
    """Whether the calendar has a column for anybody."""
    return bool(read.connection.scalar(select(exists(select(1).select_from(ARTIST)))))


@query("schedule.booking.see")
def booked_before(read: Read) -> bool:
    """Whether anything has ever been booked."""
    return bool(read.connection.scalar(select(exists(select(1).select_from(BOOKING)))))
