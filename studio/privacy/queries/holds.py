"""Who is held back from erasing, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.kernel.work import Read, query
from studio.privacy.models import LegalHold

HOLD, CLIENT = columns_of(LegalHold), columns_of(Client).c
SEE = "privacy.request.see"


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One hold; `stands` until it was lifted or its day is over."""

    id: UUID
    client_id: UUID
    code: str
    name: str
    reason: str
    until: date | None
    placed_by: str
    placed_at: datetime
    lifted_at: datetime | None
    stands: bool


@query(SEE)
def holds(read: Read, *, all_of_them: bool = False) -> tuple[HoldLine, ...]:
    """Those that stand, or all there ever were; newest first."""
    lines = _lines(read, _rows())
    return lines if all_of_them else tuple(line for line in lines if line.stands)


@query(SEE)
def hold_of(read: Read, client_id: UUID) -> HoldLine | None:
    """The newest hold that stands for this client."""
    found = _lines(read, _rows().where(HOLD.c.client_id.in_(family_of(client_id))))
    return next((line for line in found if line.stands), None)


def _rows() -> Select[Any]:
    columns = (
        HOLD.c.id, HOLD.c.client_id, CLIENT.code, CLIENT.name, HOLD.c.reason, HOLD.c.until,
        HOLD.c.placed_by_name, HOLD.c.placed_at, HOLD.c.lifted_at,
    )  # fmt: skip
    found: Select[Any] = select(*columns).join_from(HOLD, CLIENT.id.table, CLIENT.id == HOLD.c.client_id)
    return found.order_by(HOLD.c.placed_at.desc())


def _lines(read: Read, wanted: Select[Any]) -> tuple[HoldLine, ...]:
    today = read.house.clock.today(read.house.settings["studio.zone"])
    return tuple(_line(row, today) for row in read.connection.execute(wanted))


def _line(row: Any, today: date) -> HoldLine:
    stands = row.lifted_at is None and (row.until is None or row.until >= today)
    return HoldLine(
        row.id, row.client_id, row.code, row.name, row.reason, row.until,
        row.placed_by_name, row.placed_at, row.lifted_at, stands,
    )  # fmt: skip
