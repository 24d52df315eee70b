"""Who went on in spite of which warning, and why: for the inspector's report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from storage.table import columns_of
from studio.consent.models import ConsentOverride, Packet
from studio.kernel.work import Read, query

OVERRIDE, PACKET = columns_of(ConsentOverride).c, columns_of(Packet).c


@dataclass(frozen=True)
class Override:
    """One warning somebody decided to go on in spite of. `reason` is empty once the person was erased."""

    id: UUID
    code: str
    packet_id: UUID
    client_id: UUID
    warning: str
    reason: str
    by: str
    at: datetime


@query("consent.override.see")
def overrides(read: Read, start: date, end: date) -> list[Override]:
    """All from the first day to the last, both counted, by the studio's calendar; oldest first."""
    zone = ZoneInfo(read.house.settings["studio.zone"])
    since = datetime.combine(start, datetime.min.time(), zone)
    until = datetime.combine(end + timedelta(days=1), datetime.min.time(), zone)
    found = (
        select(OVERRIDE.id, PACKET.code, OVERRIDE.packet_id, OVERRIDE.client_id, OVERRIDE.warning, OVERRIDE.reason,
               OVERRIDE.by_name, OVERRIDE.at)
        .join(PACKET.id.table, PACKET.id == OVERRIDE.packet_id)
        .where(OVERRIDE.at >= since, OVERRIDE.at < until)
        .order_by(OVERRIDE.at, OVERRIDE.id)
    )  # fmt: skip
    rows = read.connection.execute(found)
    return [Override(*row[:5], row.reason or "", row.by_name, row.at) for row in rows]
