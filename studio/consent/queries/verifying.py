"""Whether packets are still, digit by digit, what was signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from studio.clients.models import columns_of
from studio.consent import refusals
from studio.consent.filing import PURPOSE
from studio.consent.models import Packet, SignedPart
from studio.consent.queries.recorded import why_unrecorded
from studio.consent.rules.sealing import why_broken
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.work import Read, query

PACKET, PART = columns_of(Packet), columns_of(SignedPart)
ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c


@dataclass(frozen=True)
class PacketVerdict:
    """Whether a packet holds; `why` names the first thing that does not, in English for the record."""

    code: str
    holds: bool
    why: str = ""


@query("consent.packet.list")
def verify_packet(read: Read, packet_id: UUID) -> PacketVerdict:
    """Recompute digest, seal, link to the packet before, the journal entry that names it, and all that belongs to it:
    its document as it is stored, and whether it was withdrawn."""
    row = _row(read.connection, PACKET.c.id == packet_id)
    if row is None:
        raise refusals.PacketIsUnknown
    previous = _row(read.connection, PACKET.c.number == row["number"] - 1)
    verdict = _judge(read.connection, read.house.derive(PURPOSE), row, previous)
    why = why_unrecorded(read.house, read.connection, row) if verdict.holds else None
    return PacketVerdict(verdict.code, False, why) if why else verdict


def first_broken_packet(house: House) -> PacketVerdict | None:
    """The first packet that does not hold, or None; for `run.py check`. An erased one is no fault here: whether it
    was erased with its person is for `first_unrecorded` to say."""
    key = house.derive(PURPOSE)
    with house.db.reading() as connection:
        for row, previous in _chain(connection):
            verdict = _judge(connection, key, row, previous)
            if not verdict.holds and row["body"] is not None:
                return verdict
    return None


def _judge(connection: Connection, key: bytes, row: dict[str, Any], previous: dict[str, Any] | None) -> PacketVerdict:
    part = connection.execute(select(PART).where(PART.c.id == row["part_id"])).mappings().first()
    why = why_broken(key, row, dict(part) if part else None, previous) or _unlike_journal(connection, row)
    return PacketVerdict(row["code"], why is None, why or "")


def _unlike_journal(connection: Connection, row: dict[str, Any]) -> str | None:
    """The journal must still have the head the packet was sealed upon, and after it the entry with its digest."""
    anchor = row["body"]["journal"]
    if anchor["no"]:
        mac = connection.scalar(select(ENTRY.mac).where(ENTRY.no == anchor["no"]))
        if mac != anchor["mac"]:
            return "the journal no longer has the entry it was sealed upon"
    told = connection.execute(select(VALUES.facts).where(VALUES.no == anchor["no"] + 1)).first()
    if told is None:
        return "the journal has no entry for it"
    digests = {fact.get("digest") for fact in json.loads(told.facts)} if told.facts else {row["digest"]}
    return None if row["digest"] in digests else "the journal names another digest"


def _chain(connection: Connection) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    previous: dict[str, Any] | None = None
    for row in connection.execute(select(PACKET).order_by(PACKET.c.number)).mappings():
        yield dict(row), previous
        previous = dict(row)


def _row(connection: Connection, which: Any) -> dict[str, Any] | None:
    row = connection.execute(select(PACKET).where(which)).mappings().first()
    return dict(row) if row else None
