"""The studio's tablets: who stands behind a cookie, and the list of them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from storage.table import columns_of
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.work import Read, query
from studio.staff.models import Device, User
from studio.staff.queries.seen import tablets
from studio.staff.rules import hash_token

_device = columns_of(Device)
_user = columns_of(User)

KIOSK = "kiosk"

_standing = select(_device.c.id, _device.c.name, _device.c.revoked_at)
_of_id = _standing.where(_device.c.id == bindparam("device"))
_of_token = _standing.where(_device.c.token_hash == bindparam("token"), _device.c.kind == "tablet")


@dataclass(frozen=True)
class DeviceView:
    """A tablet as lists show it."""

    id: UUID
    name: str
    version: int
    paired_by: str
    paired_at: datetime
    last_seen: datetime
    revoked_at: datetime | None
    agent: str


def device_of_token(token: str, *, address: str = "", agent: str = "", language: str = "en") -> Actor | None:
    """The tablet with this cookie; None when there is none, or not any more."""
    if not token or len(token) > 200:
        return None
    token_hash = hash_token(token)
    row = tablets.row(token_hash, lambda: _read(token_hash))
    if row is None or row.revoked_at is not None:
        return None
    tablets.touch(row.id, house().clock.now())
    actor = _actor(row, address=address, agent=agent, language=language)
    tablets.remember(row.id, actor, token_hash)
    return actor


def prove_device(connection: Connection, actor: Actor) -> Actor:
    """The tablet as it stands this moment. Raises SignedOut when it was let go."""
    row = connection.execute(_of_id, {"device": actor.device_id}).first()
    if row is None or row.revoked_at is not None:
        raise SignedOut
    tablets.touch(row.id, house().clock.now())
    return replace(actor, id=row.id, name=row.name, role=KIOSK)


@query("staff.device.see")
def list_devices(read: Read, *, revoked: bool = False) -> list[DeviceView]:
    """Every tablet by name, with when it last came by; those let go only where asked for."""
    found = select(_device, _user.c.name.label("host")).outerjoin_from(
        _device, _user, _device.c.paired_by == _user.c.id
    )
    found = found.where(_device.c.kind == "tablet")
    if not revoked:
        found = found.where(_device.c.revoked_at.is_(None))
    rows = read.connection.execute(found.order_by(_device.c.name, _device.c.id))
    return [
        DeviceView(
            row.id,
            row.name,
            row.version,
            row.host or "",
            row.created_at,
            tablets.last(row.id, row.seen_at),
            row.revoked_at,
            row.agent,
        )
        for row in rows
    ]


def names_of_devices(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal shows."""
    return dict(connection.execute(select(_device.c.id, _device.c.name).where(_device.c.id.in_(ids))).all())


def _read(token_hash: str) -> Any:
    with house().db.reading() as connection:
        return connection.execute(_of_token, {"token": token_hash}).first()


def _actor(row: Any, *, address: str, agent: str, language: str) -> Actor:
    return Actor("device", KIOSK, row.id, row.name, device_id=row.id, address=address, agent=agent, language=language)
