"""Whether packets are still, digit by digit, what was signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, select

from storage.table import columns_of
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
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


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
    code = read.connection.scalar(select(PACKET.c.code).where(PACKET.c.id == packet_id))
    if code is None:
        raise refusals.PacketIsUnknown
    return _judged(code, lambda: _why_not(read.house, read.connection, packet_id))


def first_broken_packet(house: House) -> PacketVerdict | None:
    """The first packet that does not hold, or None; for `run.py check`. An erased one is no fault here: whether it
    was erased with its person is for `first_unrecorded` to say."""
    key = house.derive(PURPOSE)
    chain = select(PACKET.c.number, PACKET.c.code).where(PACKET.c.body.is_not(None)).order_by(PACKET.c.number)
    with house.db.reading() as connection:
        for number, code in connection.execute(chain).all():
            verdict = _judged(code, partial(_why_broken, connection, key, PACKET.c.number == number))
            if not verdict.holds:
                return verdict
    return None


def _judged(code: str, why_not: Callable[[], str | None]) -> PacketVerdict:
    """What cannot even be read, or spelled as JSON, was changed: nothing of that kind is ever written here."""
    try:
        why = why_not()
    except UNREADABLE:
        why = "the packet was changed"
    return PacketVerdict(code, why is None, why or "")


def _why_not(house: House, connection: Connection, packet_id: UUID) -> str | None:
    this = PACKET.c.id == packet_id
    broken = _why_broken(connection, house.derive(PURPOSE), this)
    return broken or why_unrecorded(house, connection, _row(connection, PACKET, this) or {})


def _why_broken(connection: Connection, key: bytes, this: ColumnElement[bool]) -> str | None:
    row = _row(connection, PACKET, this)
    if row is None:
        return "the packet is gone"
    if row["body"] is None:
        return "what was signed was removed: with its person, or since its time was over"
    part = _row(connection, PART, PART.c.id == row["part_id"])
    previous = _row(connection, PACKET, PACKET.c.number == row["number"] - 1)
    return why_broken(key, row, part, previous) or _unlike_journal(connection, row)


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


def _row(connection: Connection, table: Table, which: ColumnElement[bool]) -> dict[str, Any] | None:
    row = connection.execute(select(table).where(which)).mappings().first()
    return dict(row) if row else None
