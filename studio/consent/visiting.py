"""What is signed by any number of clients who come, read in the same few statements: for lights and for gates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.queries.standing import Standing, Standings, standings
from studio.consent.models import Ceremony, ConsentWithdrawal, Guardian, Packet
from studio.consent.rules.visiting import (
    A_DAY,
    Paper,
    health_light,
    light,
    needs_consent,
    read_at,
    signed_light,
    state_of,
)
from studio.extension.lights import Light, Visit
from studio.kernel.house import House
from studio.staff.models import GuestToken

PACKET, CEREMONY, TAKEN_BACK = columns_of(Packet).c, columns_of(Ceremony).c, columns_of(ConsentWithdrawal).c
TOKEN, GUARDIAN = columns_of(GuestToken).c, columns_of(Guardian).c
DAYS = "consent.gate.days"
STAGES = ("", "sent", "reading", "guardian", "signed")


@dataclass(slots=True)
class Known:
    """All there is of one client."""

    standing: Standing
    papers: list[Paper] = field(default_factory=list)
    signing: str = ""


def lights(connection: Connection, house: House, visits: Sequence[Visit]) -> Mapping[UUID, Light]:
    """Each visit's light, in six statements for one visit or for three hundred."""
    now, days = house.clock.now(), house.settings[DAYS]
    known = known_of(connection, house, visits)
    return {
        visit.booking_id: _light(visit, known[visit.client_id], now, days)
        for visit in visits
        if visit.client_id in known
    }


def _light(visit: Visit, known: Known, now: datetime, days: int) -> Light:
    at, past = read_at(visit, now), visit.starts_at < now - A_DAY
    state = state_of(known.papers, visit, at, days) if needs_consent(visit) else ""
    under_way = ("", "") if past else (known.signing, known.standing.form)
    standing = known.standing
    health = health_light(standing.light, standing.flagged_at, known.papers, visit.artist)
    return light(visit, signed_light(state, *under_way), health)


def known_of(connection: Connection, house: House, visits: Sequence[Visit]) -> dict[UUID, Known]:
    """What there is of everybody who comes, by the file they stand under."""
    found = standings(connection, [visit.client_id for visit in visits], house.clock.now())
    known = {head: Known(standing) for head, standing in found.of.items()}
    _put_papers(connection, found, known)
    _put_signings(connection, found, known, house.clock.now())
    return known


def _put_papers(connection: Connection, found: Standings, known: dict[UUID, Known]) -> None:
    columns = (PACKET.client_id, CEREMONY.service_kind, PACKET.signed_at, PACKET.created_at, TAKEN_BACK.packet_id)
    signed = (
        select(*columns)
        .join(CEREMONY.id.table, CEREMONY.id == PACKET.ceremony_id)
        .outerjoin(TAKEN_BACK.id.table, TAKEN_BACK.packet_id == PACKET.id)
        .where(PACKET.client_id.in_(found.files))
    )
    for client, kind, signed_at, made_at, taken_back in connection.execute(signed):
        known[found.heads[client]].papers.append(Paper(kind, signed_at, made_at, taken_back is not None))


def _put_signings(connection: Connection, found: Standings, known: dict[UUID, Known], now: datetime) -> None:
    open_now = (CEREMONY.state.in_(("open", "signed")), CEREMONY.client_id.in_(found.files))
    columns = (CEREMONY.client_id, CEREMONY.state, TOKEN.opened_at, TOKEN.expires_at, GUARDIAN.state.label("guardian"))
    rows = (
        select(*columns)
        .outerjoin(TOKEN.id.table, TOKEN.id == CEREMONY.token_id)
        .outerjoin(GUARDIAN.id.table, GUARDIAN.ceremony_id == CEREMONY.id)
        .where(*open_now)
    )
    for row in connection.execute(rows):
        one = known[found.heads[row.client_id]]
        one.signing = max(one.signing, _stage(row, now), key=STAGES.index)


def _stage(row: Any, now: datetime) -> str:
    if row.state == "signed":
        return "guardian" if row.guardian == "waiting" else "signed"
    if row.expires_at is None or row.expires_at <= now:
        return ""
    return "reading" if row.opened_at else "sent"
