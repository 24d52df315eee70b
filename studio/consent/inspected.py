"""What an inspector is shown of consents: who signed what, when and before whom; never what they answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from storage.errors import StorageFault
from storage.table import columns_of
from studio.clients.models import Client
from studio.consent.models import (
    ConsentOverride,
    ConsentPaper,
    ConsentTemplate,
    ConsentWithdrawal,
    Packet,
    SignedPart,
)
from studio.consent.rules.sealing import columns_told
from studio.consent.rules.warnings import WORDS
from studio.consent.rules.witnessing import KINDS
from studio.documents.models import SealedDocument
from studio.extension.inspected import Cell, Inspected, Line, Period
from studio.kernel.text import N_, t
from studio.kernel.work import Read

PACKET, PART, CLIENT = columns_of(Packet), columns_of(SignedPart), columns_of(Client)
TEMPLATE, WITHDRAWN = columns_of(ConsentTemplate), columns_of(ConsentWithdrawal)
PAPER, DOCUMENT, OVERRIDE = columns_of(ConsentPaper), columns_of(SealedDocument), columns_of(ConsentOverride)
FORMAT = "linework-consent-1"


def _in(period: Period) -> tuple[ColumnElement[bool], ...]:
    return (PACKET.c.signed_at >= period.start, PACKET.c.signed_at < period.end, PACKET.c.kept_at <= period.as_of)


def count_consents(read: Read, period: Period) -> int:
    return int(read.connection.execute(select(func.count(PACKET.c.id)).where(*_in(period))).scalar_one())


def consents(read: Read, period: Period, most: int, after: int) -> Sequence[Line]:
    """Signed in this period and kept by then, in the order of their numbers."""
    same = (TEMPLATE.c.key == PACKET.c.template) & (TEMPLATE.c.edition == PACKET.c.edition)
    found = (
        select(PACKET.c.code, PACKET.c.signed_at, PACKET.c.edition, PACKET.c.body, CLIENT.c.name,
               CLIENT.c.code.label("client"), TEMPLATE.c.content, WITHDRAWN.c.at.label("withdrawn"), PAPER.c.sha256)
        .join_from(PACKET, CLIENT, CLIENT.c.id == PACKET.c.client_id)
        .outerjoin(TEMPLATE, same & (TEMPLATE.c.language == PACKET.c.language))
        .outerjoin(WITHDRAWN, WITHDRAWN.c.packet_id == PACKET.c.id)
        .outerjoin(PAPER, PAPER.c.packet_id == PACKET.c.id)
        .where(*_in(period)).order_by(PACKET.c.number).limit(most).offset(after)
    )  # fmt: skip
    return [Line(row.code, _cells(row), f"/consent/{row.code}") for row in read.connection.execute(found)]


def _cells(row: Any) -> tuple[Cell, ...]:
    told: Mapping[str, Any] = row.body or {}
    guardian, seen = told.get("guardian") or {}, told.get("identity") or {}
    title = str(row.content["title"]) if row.content else ""
    return (
        row.code,
        row.signed_at,
        row.name,
        f"{title}, {t('edition {n}', n=row.edition)}",
        told.get("age"),
        guardian.get("name", ""),
        t(KINDS[seen["kind"]]) if seen.get("kind") in KINDS else "",
        told.get("witness", {}).get("name", ""),
        row.withdrawn,
        row.client,
        row.sha256 or "",
    )


def papers(read: Read, code: str, in_full: bool) -> Iterator[tuple[str, bytes]]:
    """The record, and in full the sealed PDF. Without what was signed, the digests still show the chain."""
    row = dict(read.connection.execute(select(PACKET).where(PACKET.c.code == code)).mappings().one())
    part = dict(read.connection.execute(select(PART).where(PART.c.id == row["part_id"])).mappings().one())
    told = {"packet": columns_told(row), "part": columns_told(part)}
    erased = row["body"] is None
    if not in_full:
        told = {name: {**columns, "body": None} for name, columns in told.items()}
    state = "erased" if erased else "whole" if in_full else "left_out"
    yield f"consents/{code}.json", _plain({"format": FORMAT, "body": state, **told})
    pdf = _pdf(read, row) if in_full and not erased else None
    if pdf is not None:
        yield f"consents/{code}.pdf", pdf


def _pdf(read: Read, packet: Mapping[str, Any]) -> bytes | None:
    """None where it is not drawn yet, or cannot be read: the bundle says which are missing."""
    found = select(DOCUMENT.c.file_id).join(PAPER, PAPER.c.document_id == DOCUMENT.c.id)
    file_id = read.connection.scalar(found.where(PAPER.c.packet_id == packet["id"]))
    try:
        return read.house.files.read(file_id) if file_id else None
    except StorageFault:
        return None


def _plain(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def chain(read: Read, period: Period) -> Mapping[str, Any]:
    """The link before the first packet of the period, and the last."""
    found = select(PACKET.c.code, PACKET.c.prev_digest, PACKET.c.digest, PACKET.c.mac).where(*_in(period))
    first = read.connection.execute(found.order_by(PACKET.c.number).limit(1)).first()
    last = read.connection.execute(found.order_by(PACKET.c.number.desc()).limit(1)).first()
    if first is None or last is None:
        return {}
    return {"first": first.code, "before": first.prev_digest, "last": last.code, "digest": last.digest, "mac": last.mac}


def _warned(period: Period) -> tuple[ColumnElement[bool], ...]:
    return (OVERRIDE.c.at >= period.start, OVERRIDE.c.at < period.end, OVERRIDE.c.at <= period.as_of)


def count_overrides(read: Read, period: Period) -> int:
    return int(read.connection.execute(select(func.count(OVERRIDE.c.id)).where(*_warned(period))).scalar_one())


def overrides(read: Read, period: Period, most: int, after: int) -> Sequence[Line]:
    """Warnings somebody went on in spite of, oldest first."""
    found = (
        select(OVERRIDE, PACKET.c.code, CLIENT.c.name)
        .join_from(OVERRIDE, PACKET, PACKET.c.id == OVERRIDE.c.packet_id)
        .join(CLIENT, CLIENT.c.id == OVERRIDE.c.client_id)
        .where(*_warned(period))
        .order_by(OVERRIDE.c.at, OVERRIDE.c.id)
        .limit(most)
        .offset(after)
    )
    return [
        Line(str(row.id), (row.at, row.code, row.name, row.reason, t(WORDS.get(row.warning, row.warning)), row.by_name))
        for row in read.connection.execute(found)
    ]


INSPECTED = (
    Inspected(
        key="consents",
        title=N_("Consents"),
        tells=N_("Who signed which text, when, at which age and before whom. What they answered is not shown here."),
        columns=(
            N_("Code"),
            N_("Signed"),
            N_("Client"),
            N_("Text"),
            N_("Age"),
            N_("Guardian"),
            N_("Identity document"),
            N_("Witness"),
            N_("Withdrawn"),
            N_("Client code"),
            N_("SHA-256 of the PDF"),
        ),
        needs="consent.packet.list",
        count=count_consents,
        lines=consents,
        order=10,
        files=papers,
        in_full=("consent.packet.see", "clients.contact.see"),
        chain=chain,
    ),
    Inspected(
        key="warnings",
        title=N_("Warnings gone past"),
        tells=N_("Who went on in spite of which warning, and why. Nobody can go past a refusal."),
        columns=(N_("When"), N_("Consent"), N_("Client"), N_("Why"), N_("Warning"), N_("Who")),
        needs="consent.override.see",
        count=count_overrides,
        lines=overrides,
        order=20,
    ),
)
