"""What a new studio has done about consents, for its first steps."""

from __future__ import annotations

from sqlalchemy import exists, select

from storage.table import columns_of
from studio.consent.models import Packet
from studio.kernel.work import Read, query

_packet = columns_of(Packet)


@query("consent.packet.list")
def consent_signed(read: Read) -> bool:
    """Whether anybody has signed one."""
    return bool(read.connection.execute(select(exists(select(_packet.c.id)))).scalar_one())
