"""Signings under way: as the door, the tablet and the desk see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.clients.rules.health import health_light
from studio.consent import refusals
from studio.consent.models import Ceremony, Guardian, Packet, SignedPart
from studio.consent.rules.changes import AnswerChange, changes_between
from studio.consent.rules.guarding import PRESENT
from studio.consent.rules.witnessing import Asked
from studio.kernel.work import Read, query
from studio.staff.models import Device, GuestToken

CEREMONY, CLIENT, PACKET, PART = columns_of(Ceremony), columns_of(Client), columns_of(Packet), columns_of(SignedPart)
DEVICE, TOKEN, GUARDIAN = columns_of(Device), columns_of(GuestToken), columns_of(Guardian)
LINK = TOKEN.alias("link")
OPEN = ("open", "signed")
STAGES = {"signed": "signed", "kept": "kept", "cancelled": "ended"}
MOST_OPEN = 100


@dataclass(frozen=True)
class CeremonyRow:
    """A signing as the desk sees it. `stage` is waiting, reading, guardian, signed, expired, kept or ended.

    At `guardian` the client has signed and the guardian has not; `link_until` is how long the guardian's link opens.
    """

    id: UUID
    client_id: UUID
    client_code: str
    client_name: str
    stage: str
    place: str
    device_id: UUID | None
    device_name: str
    language: str
    about: str
    opened_by: str
    opened_at: datetime
    expires_at: datetime | None
    signed_at: datetime | None
    version: int
    kept_as: str
    """The code of the consent that came of it, if one did."""
    service_kind: str
    service_name: str
    session_on: date | None
    guardian: str
    """Where the guardian signs: present or remote; empty where none is needed."""
    guardian_name: str
    guardian_signed_at: datetime | None
    link_until: datetime | None


@dataclass(frozen=True)
class SignedView:
    """What a client has just signed, for the artist or witness who signs next."""

    ceremony_id: UUID
    client_id: UUID
    client_name: str
    signed_at: datetime
    light: str
    digest: str
    body: dict[str, Any]
    changes: tuple[AnswerChange, ...]
    last_identity: dict[str, Any] | None
    asked: Asked
    """What the witness has to settle: documents, the guardian's papers, warnings."""
    guardian: GuardianSigned | None


@dataclass(frozen=True)
class GuardianSigned:
    """Who stood in for the client, and what they signed."""

    name: str
    relation: str
    birth_date: date
    place: str
    signed_at: datetime
    signature: dict[str, Any]


@query("consent.ceremony.take")
def ceremony_of_device(read: Read) -> CeremonyRow | None:
    """What was sent to this very tablet and wants somebody's hand; `take_ceremony` gets the token for it."""
    lives = LINK.c.used_at.is_(None) & (LINK.c.expires_at > read.house.clock.now())
    turn = (CEREMONY.c.state == "signed") & (CEREMONY.c.guardian == PRESENT) & (GUARDIAN.c.state == "waiting")
    guardian = turn & lives
    mine = (CEREMONY.c.device_id == read.actor.device_id) & ((CEREMONY.c.state == "open") | guardian)
    rows = read.connection.execute(_rows().where(mine).order_by(CEREMONY.c.created_at.desc()))
    return next((row for row in (_row(read, one) for one in rows) if row.stage != "expired"), None)


@query("consent.ceremony.see")
def open_ceremonies(read: Read, client_id: UUID | None = None, *, most: int = MOST_OPEN) -> list[CeremonyRow]:
    """Signings that still want something, oldest first: to be read, to be signed, or to be witnessed.

    Of more than `most` the newest; `count_open_ceremonies` tells how many there are.
    """
    found = _rows().where(CEREMONY.c.state.in_(OPEN))
    if client_id is not None:
        found = found.where(CEREMONY.c.client_id.in_(family_of(client_id)))
    newest = read.connection.execute(found.order_by(CEREMONY.c.created_at.desc()).limit(most)).all()
    return [_row(read, row) for row in reversed(newest)]


@query("consent.ceremony.see")
def count_open_ceremonies(read: Read) -> int:
    """How many signings are under way or wait for a witness, however long ago they were signed."""
    now = read.house.clock.now()
    lives = (CEREMONY.c.state == "signed") | (TOKEN.c.expires_at > now)
    both = CEREMONY.outerjoin(TOKEN, CEREMONY.c.token_id == TOKEN.c.id)
    wanted = select(func.count()).select_from(both).where(CEREMONY.c.state.in_(OPEN), lives)
    return read.connection.execute(wanted).scalar_one()


@query("consent.ceremony.see")
def ceremony(read: Read, ceremony_id: UUID) -> CeremonyRow:
    """One signing, also after it is over. Raises CeremonyIsUnknown."""
    row = read.connection.execute(_rows().where(CEREMONY.c.id == ceremony_id)).first()
    if row is None:
        raise refusals.CeremonyIsUnknown
    return _row(read, row)


def signed_view(
    read: Read, ceremony: Ceremony, part: SignedPart, asked: Asked, guardian: GuardianSigned | None = None
) -> SignedView:
    """The signed part beside what the last packet said."""
    body = part.body or {}
    before, identity = last_packet(read, ceremony.client_id)
    answers = body["answers"]
    return SignedView(
        ceremony.id,
        ceremony.client_id,
        body["client"]["name"],
        part.signed_at,
        health_light((key, one["answer"], one["level"]) for key, one in answers.items()),
        part.digest,
        body,
        changes_between(before, answers) if before is not None else (),
        identity,
        asked,
        guardian,
    )


def last_packet(read: Read, client_id: UUID) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Answers and identity check of the client's newest packet; None where there is none."""
    found = select(PART.c.body, PACKET.c.body).join_from(PACKET, PART, PACKET.c.part_id == PART.c.id)
    newest = found.where(PACKET.c.client_id.in_(family_of(client_id))).order_by(PACKET.c.number.desc()).limit(1)
    row = read.connection.execute(newest).first()
    if row is None or row[0] is None or row[1] is None:
        return None, None
    return row[0]["answers"], row[1]["identity"]


def _rows() -> Select[Any]:
    ceremony = (CEREMONY.c.id, CEREMONY.c.client_id, CEREMONY.c.state, CEREMONY.c.place, CEREMONY.c.device_id,
                CEREMONY.c.language, CEREMONY.c.about, CEREMONY.c.opened_by_name, CEREMONY.c.created_at,
                CEREMONY.c.signed_at, CEREMONY.c.version, CEREMONY.c.service_kind, CEREMONY.c.service_name,
                CEREMONY.c.session_on, CEREMONY.c.guardian)  # fmt: skip
    guardian = (GUARDIAN.c.name.label("guardian_name"), GUARDIAN.c.signed_at.label("guardian_signed_at"),
                LINK.c.expires_at.label("link_until"), LINK.c.used_at.label("link_used"))  # fmt: skip
    others = (CLIENT.c.code, CLIENT.c.name, DEVICE.c.name.label("device"), TOKEN.c.expires_at, TOKEN.c.opened_at,
              PACKET.c.code.label("kept_as"))  # fmt: skip
    return (
        select(*ceremony, *others, *guardian)
        .join_from(CEREMONY, CLIENT, CEREMONY.c.client_id == CLIENT.c.id)
        .outerjoin(DEVICE, CEREMONY.c.device_id == DEVICE.c.id)
        .outerjoin(TOKEN, CEREMONY.c.token_id == TOKEN.c.id)
        .outerjoin(PACKET, PACKET.c.ceremony_id == CEREMONY.c.id)
        .outerjoin(GUARDIAN, GUARDIAN.c.ceremony_id == CEREMONY.c.id)
        .outerjoin(LINK, GUARDIAN.c.token_id == LINK.c.id)
    )


def _row(read: Read, row: Row[Any]) -> CeremonyRow:
    return CeremonyRow(
        row.id,
        row.client_id,
        row.code,
        row.name,
        _stage(read, row),
        row.place,
        row.device_id,
        row.device or "",
        row.language,
        row.about,
        row.opened_by_name,
        row.created_at,
        row.expires_at,
        row.signed_at,
        row.version,
        row.kept_as or "",
        row.service_kind,
        row.service_name,
        row.session_on,
        row.guardian,
        row.guardian_name or "",
        row.guardian_signed_at,
        _link(read, row),
    )


def _link(read: Read, row: Row[Any]) -> datetime | None:
    """How long the guardian's link opens; None where there is none."""
    dead = row.link_until is None or row.link_used is not None or row.link_until <= read.house.clock.now()
    return None if dead else row.link_until


def _stage(read: Read, row: Row[Any]) -> str:
    if row.state == "signed" and row.guardian and row.guardian_signed_at is None:
        return "guardian"
    if row.state != "open":
        return STAGES[row.state]
    if row.expires_at is None or row.expires_at <= read.house.clock.now():
        return "expired"
    return "reading" if row.opened_at else "waiting"
