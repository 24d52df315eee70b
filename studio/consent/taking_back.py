"""A packet that is taken back takes along what was ticked in it: photos, publicity, news."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.family import family_of, head_of
from studio.clients.filing import keep_consent
from studio.clients.queries.health import consents_of
from studio.consent.models import ConsentWithdrawal, Packet, SignedPart
from studio.kernel.work import Read, Work

PACKET, PART, WITHDRAWN = columns_of(Packet).c, columns_of(SignedPart).c, columns_of(ConsentWithdrawal).c
STAYS = "health_data"
"""Answers that were given are needed as long as the signed form is kept."""


def take_back_ticks(work: Work, packet: Packet) -> None:
    """What the packet granted and no other packet of theirs grants is withdrawn, in the open act."""
    part = work.get(SignedPart, packet.part_id)
    granted = {kind for kind, given in (part.body or {}).get("consents", {}).items() if given} - {STAYS}
    head = head_of(work.connection, packet.client_id)
    standing = consents_of(Read(work.connection, work.actor, work.house, "all"), head)
    ticked = {kind for kind in granted if kind in standing and standing[kind].given}
    for kind in sorted(ticked - _granted_elsewhere(work, packet, head)):
        keep_consent(work, packet.client_id, kind, False, "consent", packet.language)


def _granted_elsewhere(work: Work, packet: Packet, head: UUID) -> set[str]:
    gone = select(WITHDRAWN.packet_id)
    others = select(PART.body).join(PACKET.id.table, PACKET.part_id == PART.id)
    found = others.where(PACKET.client_id.in_(family_of(head)), PACKET.id != packet.id, PACKET.id.not_in(gone))
    bodies = work.connection.scalars(found)
    return {kind for body in bodies for kind, given in (body or {}).get("consents", {}).items() if given}
