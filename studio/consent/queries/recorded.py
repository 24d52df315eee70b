"""Whether all that belongs to packets is as the journal recorded it: nothing changed, swapped, taken out or put in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, or_, select

from storage.errors import StorageFault
from storage.table import columns_of
from studio.consent.models import (
    ConsentOverride,
    ConsentPaper,
    ConsentTemplate,
    ConsentWithdrawal,
    GuardianPart,
    Packet,
    SignedPart,
)
from studio.documents.models import DocumentKey, SealedDocument
from studio.kernel import journal
from studio.kernel.house import House
from studio.kernel.recorded import UNKNOWN, Difference, Recorded, created, first_difference, is_emptied, unlike
from studio.kernel.subject import Subject

PART, PACKET = columns_of(SignedPart), columns_of(Packet)
PAPER, WITHDRAWN = columns_of(ConsentPaper), columns_of(ConsentWithdrawal)
GUARDIAN, OVERRIDE = columns_of(GuardianPart), columns_of(ConsentOverride)
DOCUMENT, ENTRY = columns_of(SealedDocument), columns_of(journal.JournalEntry).c
GROWING = (
    PART,
    GUARDIAN,
    PACKET,
    OVERRIDE,
    PAPER,
    WITHDRAWN,
    DOCUMENT,
    columns_of(ConsentTemplate),
    columns_of(DocumentKey),
)
WORDS = {
    PART.name: "what the client signed",
    GUARDIAN.name: "what the guardian signed",
    PACKET.name: "the packet",
    OVERRIDE.name: "why somebody went on in spite of a warning",
    PAPER.name: "its document",
    DOCUMENT.name: "its document",
    WITHDRAWN.name: "its withdrawal",
}
Row = Mapping[str, Any]


def first_unrecorded(house: House) -> Difference | None:
    """The first signed thing that is not as the journal tells, or whose file is gone; None when all is well."""
    with house.db.reading() as connection:
        found = first_difference(connection, GROWING, changing=("retired_at",))
        files = connection.execute(_kept_files()) if found is None else ()
        gone = next((row.id for row in files if not house.files.has(row.file_id)), None)
        return Difference(DOCUMENT.name, gone, "its file is gone") if gone else found


def _kept_files() -> Select[tuple[Any, ...]]:
    """Those of documents whose packet still has its evidence: what was emptied has lost its paper as well."""
    emptied = select(PAPER.c.document_id).join_from(PAPER, PACKET, PACKET.c.id == PAPER.c.packet_id)
    emptied = emptied.where(PACKET.c.body.is_(None))
    return select(DOCUMENT.c.id, DOCUMENT.c.file_id).where(DOCUMENT.c.id.not_in(emptied))


def why_unrecorded(house: House, connection: Connection, packet: Row) -> str | None:
    """Why something that belongs to this packet is not as it was recorded, or None."""
    entries = list(_entries(connection, packet))
    key = house.derive("journal")
    if any(journal.broken(key, entry, entry["no"], entry["prev_mac"]) for entry in entries):
        return "an entry of the journal was changed"
    told = {one.id: one for entry in entries for one in _of_packet(entry, packet)}
    rows = {row["id"]: (table, row) for table, row in _rows(connection, packet)}
    emptied = {entry["at"] for entry in entries if is_emptied(entry)}
    for row_id, (table, row) in rows.items():
        if row_id not in told and row["created_at"] not in emptied:
            return f"{WORDS[table.name]}: {UNKNOWN}"
    return _first_unlike(told, rows) or _unlike_file(house, rows)


def _entries(connection: Connection, packet: Row) -> Iterator[dict[str, Any]]:
    """All entries about the client, and the packet's own."""
    own = packet["body"]["journal"]["no"] + 1
    yield from journal.rows(
        connection, or_(ENTRY.subject == str(Subject("client", packet["client_id"])), ENTRY.no == own)
    )


def _of_packet(entry: Row, packet: Row) -> Iterator[Recorded]:
    """What an entry tells to have been made of this packet; its papers' documents share the entry with them."""
    found = list(created(entry, WORDS))
    own = {str(packet["id"]), str(packet["part_id"]), _guardian_id(packet)}
    own |= {one.values["document_id"] for one in found if one.values.get("packet_id") == str(packet["id"])
            and one.table == PAPER.name}  # fmt: skip
    return (one for one in found if str(one.id) in own or one.values.get("packet_id") == str(packet["id"]))


def _guardian_id(packet: Row) -> str:
    return str((packet["body"].get("guardian") or {}).get("part_id", ""))


def _rows(connection: Connection, packet: Row) -> Iterator[tuple[Table, Row]]:
    of_packet = select(PAPER.c.document_id).where(PAPER.c.packet_id == packet["id"])
    for table, which in (
        (PART, PART.c.id == packet["part_id"]),
        (GUARDIAN, GUARDIAN.c.ceremony_id == packet["ceremony_id"]),
        (PACKET, PACKET.c.id == packet["id"]),
        (OVERRIDE, OVERRIDE.c.packet_id == packet["id"]),
        (PAPER, PAPER.c.packet_id == packet["id"]),
        (WITHDRAWN, WITHDRAWN.c.packet_id == packet["id"]),
        (DOCUMENT, DOCUMENT.c.id.in_(of_packet)),
    ):
        for row in connection.execute(select(table).where(which)).mappings():
            yield table, dict(row)


def _first_unlike(told: Mapping[UUID, Recorded], rows: Mapping[UUID, tuple[Table, Row]]) -> str | None:
    tables = {table.name: table for table in GROWING}
    for row_id, one in told.items():
        reason = unlike(tables[one.table], rows[row_id][1] if row_id in rows else None, one)
        if reason:
            return f"{WORDS[one.table]}: {reason}"
    return None


def _unlike_file(house: House, rows: Mapping[UUID, tuple[Table, Row]]) -> str | None:
    """The stored PDF itself, byte by byte."""
    for _, row in (both for both in rows.values() if both[0] is DOCUMENT):
        try:
            same = hashlib.sha256(house.files.read(row["file_id"])).hexdigest() == row["sha256"]
        except StorageFault:
            same = False
        if not same:
            return "its document: the stored file is damaged or gone"
    return None
