"""What the client of a packet was given of aftercare since they signed, and what is still to be given."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.consent.aftercare import sheet_of
from studio.consent.models import Ceremony, Packet
from studio.documents.papers.queries import GivenLine, given_to
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query

CEREMONY, PACKET = columns_of(Ceremony), columns_of(Packet)


@dataclass(frozen=True)
class PacketAftercare:
    """`key` is the sheet that fits, empty where none does; `given` are those handed over since the signing."""

    key: str
    given: tuple[GivenLine, ...]


@query("documents.document.see")
def aftercare_of_packet(read: Read, packet_id: UUID) -> PacketAftercare:
    """By the service and kind it was signed for."""
    asked = select(PACKET.c.client_id, CEREMONY.c.signed_at, CEREMONY.c.service_id, CEREMONY.c.service_kind)
    joined = PACKET.join(CEREMONY, PACKET.c.ceremony_id == CEREMONY.c.id)
    row = read.connection.execute(asked.select_from(joined).where(PACKET.c.id == packet_id)).first()
    if row is None:
        raise Missing
    sheet = sheet_of(read, row.service_id, row.service_kind)
    since = [one for one in given_to.run(read, row.client_id) if one.at >= row.signed_at and not one.taken_back_at]
    return PacketAftercare(sheet.key if sheet else "", tuple(since))
