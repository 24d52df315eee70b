"""What has to be there before a session begins: asked of the rooms that know."""

from __future__ import annotations

from sqlalchemy import select

from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.extension.area import Visit
from studio.extension.registry import registry
from studio.kernel.work import Work
from studio.schedule.models import Booking, BookingService

LINE, SERVICE = columns_of(BookingService).c, columns_of(ServiceEntry).c


def shut_gates(work: Work, booking: Booking) -> dict[str, str]:
    """Key → what is missing, in the words of whoever asks; nothing where nobody sits down to be worked on."""
    if booking.client_id is None or booking.kind == "block":
        return {}
    kinds = select(SERVICE.kind).join(LINE.service_id.table, LINE.service_id == SERVICE.id)
    found = work.connection.scalars(kinds.where(LINE.booking_id == booking.id).distinct().order_by(SERVICE.kind))
    visit = Visit(booking.id, booking.client_id, booking.kind, tuple(found), booking.starts_at)
    told = {key: gate(work.connection, work.house, visit) for key, gate in registry().session_gates().items()}
    return {key: missing for key, missing in told.items() if missing}
