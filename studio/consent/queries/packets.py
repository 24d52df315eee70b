"""Signed consents: lists for everybody who may know of them, whole packets for those who may read them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.consent import refusals
from studio.consent.models import ConsentPaper, ConsentTemplate, ConsentWithdrawal, Packet, SignedPart
from studio.kernel.journal import JournalEntry
from studio.kernel.work import Read, query

PACKET, PART, PAPER = columns_of(Packet), columns_of(SignedPart), columns_of(ConsentPaper)
CLIENT, WITHDRAWAL, ENTRY = columns_of(Client), columns_of(ConsentWithdrawal), columns_of(JournalEntry)
TEMPLATE = columns_of(ConsentTemplate)
LARGEST_PAGE = 200


@dataclass(frozen=True)
class PacketRow:
    """A signed consent as lists show it: no answer, no stroke. `state` is signed or withdrawn."""

    id: UUID
    code: str
    number: int
    client_id: UUID
    client_code: str
    client_name: str
    template: str
    edition: int
    language: str
    signed_at: datetime
    kept_at: datetime
    digest: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str
    document_id: UUID | None
    paper_sha256: str
    paper_at: datetime | None
    emptied: bool = False
    """What was signed is gone: its person was erased, or its time was over. Number, moment and digests stay."""

    @property
    def state(self) -> str:
        return "withdrawn" if self.withdrawn_at else "signed"

    @property
    def person_is_erased(self) -> bool:
        """Of somebody who was erased nothing is left but their code."""
        return self.client_name == self.client_code


FIELDS = tuple(field.name for field in fields(PacketRow))


@dataclass(frozen=True)
class PacketView:
    """A packet with its evidence; `signed` (text, answers, consents, strokes, client) only for those who may read it.

    `evidence` has witness, identity, note, times and the journal's head before it; `entry` is its own journal entry.
    """

    row: PacketRow
    evidence: dict[str, Any]
    prev_digest: str
    part_digest: str
    entry: tuple[int, str] | None
    signed: dict[str, Any] | None
    ceremony_id: UUID | None = None


@query("consent.packet.list")
def packets_of_client(read: Read, client_id: UUID) -> list[PacketRow]:
    """All signed consents of a client, newest first, withdrawn ones too."""
    found = _rows().where(PACKET.c.client_id.in_(family_of(client_id))).order_by(PACKET.c.number.desc())
    return [_row(row) for row in read.connection.execute(found)]


@query("consent.packet.list")
def titles_of_client(read: Read, client_id: UUID) -> dict[UUID, str]:
    """Packet → the title of the text that was signed, in the language it was read in."""
    same = (TEMPLATE.c.key == PACKET.c.template) & (TEMPLATE.c.edition == PACKET.c.edition)
    found = select(PACKET.c.id, TEMPLATE.c.content).join(TEMPLATE, same & (TEMPLATE.c.language == PACKET.c.language))
    mine = found.where(PACKET.c.client_id.in_(family_of(client_id)))
    return {row.id: str(row.content["title"]) for row in read.connection.execute(mine)}


@query("consent.packet.list")
def list_packets(read: Read, *, page: int = 1, size: int = 50, state: str = "") -> tuple[list[PacketRow], int]:
    """A page of all signed consents, newest first, and how many there are; `state` signed or withdrawn narrows it."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    found = _rows()
    if state == "withdrawn":
        found = found.where(WITHDRAWAL.c.id.is_not(None))
    elif state == "signed":
        found = found.where(WITHDRAWAL.c.id.is_(None))
    total = read.connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    rows = read.connection.execute(found.order_by(PACKET.c.number.desc()).limit(size).offset((page - 1) * size))
    return [_row(row) for row in rows], total


@query("consent.packet.list")
def packet_by_code(read: Read, code: str) -> PacketView:
    """The packet without what the client told; the strokes of the witness are left out too. See `view_packet`."""
    return packet_view(read, code, whole=False)


@query("consent.paper.keep")
def packet_to_draw(read: Read, packet_id: UUID) -> PacketView:
    """The whole packet, for the drawer."""
    code = read.connection.scalar(select(PACKET.c.code).where(PACKET.c.id == packet_id))
    return packet_view(read, code or "", whole=True)


@query("consent.paper.keep")
def packets_without_paper(read: Read) -> list[UUID]:
    """Packets whose document is not drawn yet, oldest first; erased ones never will be."""
    missing = select(PACKET.c.id).outerjoin_from(PACKET, PAPER, PAPER.c.packet_id == PACKET.c.id)
    found = missing.where(PAPER.c.id.is_(None), PACKET.c.body.is_not(None)).order_by(PACKET.c.number)
    return list(read.connection.scalars(found))


def packet_view(read: Read, code: str, *, whole: bool) -> PacketView:
    """The packet behind a code, in any case of letters. Raises PacketIsUnknown."""
    evidence = (PACKET.c.body.label("evidence"), PACKET.c.prev_digest, PACKET.c.ceremony_id,
                PART.c.digest.label("part_digest"))  # fmt: skip
    found = _rows().add_columns(*evidence, *([PART.c.body.label("signed")] if whole else []))
    joined = found.join(PART, PACKET.c.part_id == PART.c.id).where(PACKET.c.code == code.strip().upper())
    row = read.connection.execute(joined).first()
    if row is None:
        raise refusals.PacketIsUnknown
    told: dict[str, Any] = row.evidence or {}
    if not whole and told:
        told = {**told, "note": "", "witness": {**told["witness"], "signature": None}, "overrides": []}
        told["guardian"] = {**told["guardian"], "signature": None, "phone": ""} if told.get("guardian") else None
    signed = row.signed if whole else None
    return PacketView(_row(row), told, row.prev_digest, row.part_digest, _entry(read, told), signed, row.ceremony_id)


def _entry(read: Read, evidence: dict[str, Any]) -> tuple[int, str] | None:
    """The packet's own entry: the one after the head it was sealed upon."""
    if not evidence:
        return None
    wanted = select(ENTRY.c.no, ENTRY.c.mac).where(ENTRY.c.no == evidence["journal"]["no"] + 1)
    row = read.connection.execute(wanted).first()
    return (row.no, row.mac) if row else None


def _rows() -> Select[Any]:
    """Columns under the names of PacketRow's fields."""
    withdrawal = (
        WITHDRAWAL.c.at.label("withdrawn_at"),
        func.coalesce(WITHDRAWAL.c.by_name, "").label("withdrawn_by"),
        func.coalesce(WITHDRAWAL.c.reason, "").label("withdrawn_reason"),
    )
    paper = (
        PAPER.c.document_id,
        func.coalesce(PAPER.c.sha256, "").label("paper_sha256"),
        PAPER.c.at.label("paper_at"),
    )
    client = (CLIENT.c.code.label("client_code"), CLIENT.c.name.label("client_name"))
    own = [*(PACKET.c[name] for name in FIELDS if name in PACKET.c), PACKET.c.body.is_(None).label("emptied")]
    return (
        select(*own, *client, *withdrawal, *paper)
        .join_from(PACKET, CLIENT, PACKET.c.client_id == CLIENT.c.id)
        .outerjoin(WITHDRAWAL, WITHDRAWAL.c.packet_id == PACKET.c.id)
        .outerjoin(PAPER, PAPER.c.packet_id == PACKET.c.id)
    )


def _row(row: Row[Any]) -> PacketRow:
    return PacketRow(**{name: row._mapping[name] for name in FIELDS})
