"""The house's terms beside the text of a consent: initialled like a clause, sealed with the number of the edition."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.consent.models import ConsentWithdrawal, Packet, SignedPart
from studio.consent.rules.terms import with_terms
from studio.consent.rules.wanting import is_of_a_service
from studio.consent.store import Edition
from studio.extension.registry import registry
from studio.extension.terms import SignedTerm
from studio.kernel.house import House
from studio.kernel.text import speaking

PACKET, PART, TAKEN_BACK = columns_of(Packet).c, columns_of(SignedPart).c, columns_of(ConsentWithdrawal).c
LOOKED_BACK = 5
"""Consents in which the terms are looked for: each carries its strokes, and the newest nearly always has them."""


def sheet_of(connection: Connection, house: House, edition: Edition, language: str) -> dict[str, Any]:
    """All that is shown: the text, and in one that is for work the terms in force."""
    sheet = edition.sheet(language)
    if not is_of_a_service(sheet["content"]):
        return sheet
    with speaking(sheet["language"]):
        return with_terms(sheet, registry().terms(connection, house))


def signed_term(connection: Connection, client_id: UUID, key: str) -> SignedTerm | None:
    """The newest edition among their last consents that stand."""
    back = select(TAKEN_BACK.packet_id)
    signed = select(PACKET.signed_at, PART.body).join(PART.id.table, PART.id == PACKET.part_id)
    mine = signed.where(PACKET.client_id.in_(family_of(client_id)), PACKET.id.not_in(back), PART.body.is_not(None))
    for at, body in connection.execute(mine.order_by(PACKET.number.desc()).limit(LOOKED_BACK)):
        for term in body["sheet"].get("terms", ()):
            if term["key"] == key:
                return SignedTerm(term["number"], at)
    return None
