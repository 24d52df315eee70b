"""Stored rows as the views everybody reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.money import Money
from studio.schedule.models import Artist
from studio.tattoo import models
from studio.tattoo.rules.reckoning import Quote, Session, quote_of
from studio.tattoo.rules.steps import AHEAD
from studio.tattoo.views import Design, Piece, Said, Step

PIECE, DESIGN = columns_of(models.Piece).c, columns_of(models.PieceDesign).c
SAID, STEP = columns_of(models.PieceApproval).c, columns_of(models.PieceStep).c
CLIENT, ARTIST = columns_of(Client).c, columns_of(Artist).c
WORKED_OUT = {
    "client", "client_code", "artist", "quote", "deposit_due", "sessions_done", "next_at", "design_id", "approved",
}  # fmt: skip
OWN = tuple(name for name in Piece.__dataclass_fields__ if name not in WORKED_OUT)
QUOTE = ("quote_kind", "quote_least", "quote_most", "hour_price", "minutes_least", "minutes_most", "quote_until",
         "quoted_at", "deposit_due", "currency")  # fmt: skip
ROW = (
    *(PIECE[name] for name in (*OWN, *QUOTE)),
    CLIENT.name.label("client"),
    CLIENT.code.label("client_code"),
    ARTIST.name.label("artist"),
)
FROM = PIECE.id.table.join(CLIENT.id.table, CLIENT.id == PIECE.client_id).outerjoin(
    ARTIST.id.table, ARTIST.id == PIECE.lead_artist_id
)


def piece_of(row: Row[Any], sessions: Sequence[Session], designs: Sequence[Design], now: datetime) -> Piece:
    """One piece with what its bookings and designs say of it."""
    ahead = [one.starts_at for one in sessions if one.status in AHEAD and one.ends_at > now]
    return Piece(
        **{name: getattr(row, name) for name in OWN},
        client=row.client,
        client_code=row.client_code,
        artist=row.artist or "",
        quote=stored_quote(row),
        deposit_due=None if row.deposit_due is None else Money(row.deposit_due, row.currency),
        sessions_done=sum(one.counts and one.status == "done" for one in sessions),
        next_at=min(ahead, default=None),
        design_id=designs[0].id if designs else None,
        approved=bool(designs) and designs[0].approved,
    )


def stored_quote(row: Any) -> Quote:
    """The quote of a stored piece."""
    return quote_of(
        row.currency,
        row.quote_least,
        row.quote_most,
        row.hour_price,
        kind=row.quote_kind,
        minutes_least=row.minutes_least,
        minutes_most=row.minutes_most,
        until=row.quote_until,
        quoted_at=row.quoted_at,
    )


def designs_of(connection: Connection, pieces: Sequence[UUID]) -> Mapping[UUID, list[Design]]:
    """Piece → its designs, the latest first, each with what was said of it."""
    if not pieces:
        return {}
    columns = (SAID.design_id, SAID.kind, SAID.how, SAID.lettering, SAID.signature, SAID.note, SAID.by_name, SAID.at)
    said: dict[UUID, list[Said]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(SAID.piece_id.in_(pieces)).order_by(SAID.at, SAID.id)):
        signed, note = row.signature is not None, row.note or ""
        one = Said(row.kind, row.how, row.lettering or "", signed, note, row.by_name, row.at)
        said[row.design_id].append(one)
    found = select(DESIGN.id, DESIGN.piece_id, DESIGN.no, DESIGN.lettering, DESIGN.note, DESIGN.by_name, DESIGN.at,
                   DESIGN.file_id).where(DESIGN.piece_id.in_(pieces)).order_by(DESIGN.no.desc())  # fmt: skip
    told: dict[UUID, list[Design]] = defaultdict(list)
    for row in connection.execute(found):
        told[row.piece_id].append(_design(row, tuple(said[row.id])))
    return told


def steps_of(connection: Connection, piece_id: UUID) -> tuple[Step, ...]:
    """The steps a piece took, in order."""
    columns = (STEP.from_state, STEP.to_state, STEP.chosen, STEP.reason, STEP.by_name, STEP.at)
    rows = connection.execute(select(*columns).where(STEP.piece_id == piece_id).order_by(STEP.at, STEP.id))
    return tuple(Step(row.from_state, row.to_state, row.chosen, row.reason or "", row.by_name, row.at) for row in rows)


def _design(row: Any, said: tuple[Said, ...]) -> Design:
    pictured = row.file_id is not None
    return Design(row.id, row.no, row.lettering or "", row.note or "", row.by_name, row.at, pictured, said)
