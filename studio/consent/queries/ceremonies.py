"""Signings under way: as the door, the tablet and the desk see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.clients.rules.health import health_light
from studio.consent import refusals
from studio.consent.models import Ceremony, Packet, SignedPart
from studio.consent.rules.changes import AnswerChange, changes_between
from studio.kernel.actor import Actor, guest
from studio.kernel.house import house
from studio.kernel.work import Read, query
from studio.staff.models import Device, GuestToken
from studio.staff.rules import hash_token

CEREMONY, CLIENT, PACKET, PART = columns_of(Ceremony), columns_of(Client), columns_of(Packet), columns_of(SignedPart)
DEVICE, TOKEN = columns_of(Device), columns_of(GuestToken)
OPEN = ("open", "signed")
STAGES = {"signed": "signed", "kept": "kept", "cancelled": "ended"}
MOST_OPEN = 100


@dataclass(frozen=True)
class CeremonyState:
    """A ceremony as the door sees it behind a token. `living` means that it can still be signed."""

    id: UUID
    token_id: UUID
    state: str
    language: str
    place: str
    device_id: UUID | None
    expires_at: datetime
    opened: bool
    living: bool

    def actor(self, *, address: str = "", agent: str = "", language: str = "") -> Actor:
        """The guest as somebody who acts."""
        return guest(self.token_id, address=address, agent=agent, language=language or self.language)


@dataclass(frozen=True)
class CeremonyRow:
    """A signing as the desk sees it. `stage` is waiting, reading, signed, expired, kept or ended."""

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


def ceremony_of_token(token: str) -> CeremonyState | None:
    """The ceremony a token opens, ended or not; None when it opens none, also for a token that was replaced."""
    if not token or len(token) > 200:
        return None
    wanted = select(
        CEREMONY.c.id,
        CEREMONY.c.token_id,
        CEREMONY.c.state,
        CEREMONY.c.language,
        CEREMONY.c.place,
        CEREMONY.c.device_id,
        TOKEN.c.expires_at,
        TOKEN.c.opened_at,
        TOKEN.c.used_at,
    ).join_from(CEREMONY, TOKEN, CEREMONY.c.token_id == TOKEN.c.id)
    with house().db.reading() as connection:
        row = connection.execute(wanted.where(TOKEN.c.token_hash == hash_token(token))).first()
    if row is None:
        return None
    living = row.state == "open" and row.used_at is None and row.expires_at > house().clock.now()
    return CeremonyState(*row[:7], row.opened_at is not None, living)


@query("consent.ceremony.take")
def ceremony_of_device(read: Read) -> CeremonyRow | None:
    """What was sent to this very tablet and is not signed yet; `take_ceremony` gets the token for it."""
    found = _rows().where(CEREMONY.c.device_id == read.actor.device_id, CEREMONY.c.state == "open")
    rows = read.connection.execute(found.order_by(CEREMONY.c.created_at.desc()))
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


def signed_view(read: Read, ceremony: Ceremony, part: SignedPart) -> SignedView:
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
                CEREMONY.c.signed_at, CEREMONY.c.version)  # fmt: skip
    others = (CLIENT.c.code, CLIENT.c.name, DEVICE.c.name.label("device"), TOKEN.c.expires_at, TOKEN.c.opened_at,
              PACKET.c.code.label("kept_as"))  # fmt: skip
    return (
        select(*ceremony, *others)
        .join_from(CEREMONY, CLIENT, CEREMONY.c.client_id == CLIENT.c.id)
        .outerjoin(DEVICE, CEREMONY.c.device_id == DEVICE.c.id)
        .outerjoin(TOKEN, CEREMONY.c.token_id == TOKEN.c.id)
        .outerjoin(PACKET, PACKET.c.ceremony_id == CEREMONY.c.id)
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
    )


def _stage(read: Read, row: Row[Any]) -> str:
    if row.state != "open":
        return STAGES[row.state]
    if row.expires_at is None or row.expires_at <= read.house.clock.now():
        return "expired"
    return "reading" if row.opened_at else "waiting"
