"""Everything one page needs to let a guardian read and sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.consent import refusals
from studio.consent.models import Ceremony, Guardian, SignedPart
from studio.consent.rules.guarding import PRESENT, guardian_marks
from studio.consent.rules.sheet import digest_of
from studio.kernel.work import Read, query

CEREMONY, GUARDIAN, PART = columns_of(Ceremony).c, columns_of(Guardian).c, columns_of(SignedPart).c
CLIENT = columns_of(Client).c


@dataclass(frozen=True)
class GuardianSheet:
    """A ceremony for the guardian: the very text the client signed, none of the client's answers."""

    ceremony_id: UUID
    name: str
    relation: str
    client_name: str
    client_birth_date: date | None
    about: str
    studio: str
    sheet: dict[str, Any]
    digest: str
    marks: tuple[str, ...]


@query("consent.ceremony.sign")
def sheet_for_guardian(read: Read) -> GuardianSheet:
    """The text of the guest's token, or of the tablet the client signed on. Raises CeremonyIsOver."""
    wanted = (
        select(CEREMONY.id, GUARDIAN.name, GUARDIAN.relation, CLIENT.name.label("client"), CLIENT.birth_date,
               CEREMONY.about, PART.body)
        .join(GUARDIAN.id.table, GUARDIAN.ceremony_id == CEREMONY.id)
        .join(PART.id.table, PART.ceremony_id == CEREMONY.id)
        .join(CLIENT.id.table, CLIENT.id == CEREMONY.client_id)
        .where(CEREMONY.state == "signed", GUARDIAN.state == "waiting", _theirs(read))
        .order_by(CEREMONY.created_at.desc())
    )  # fmt: skip
    row = read.connection.execute(wanted.limit(1)).first()
    if row is None or row.body is None:
        raise refusals.CeremonyIsOver
    sheet = row.body["sheet"]
    return GuardianSheet(
        row.id, row.name, row.relation, row.client, row.birth_date, row.about, read.house.settings["studio.name"],
        sheet, digest_of(sheet), guardian_marks(sheet["content"]),
    )  # fmt: skip


def _theirs(read: Read) -> ColumnElement[bool]:
    if read.actor.kind == "device":
        return (CEREMONY.device_id == read.actor.device_id) & (CEREMONY.guardian == PRESENT)
    return GUARDIAN.token_id == read.actor.id
