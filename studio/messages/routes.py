"""Who is told what by which way: what the kinds declare, changed by what the owner decided."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.extension.area import AlertKind
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.messages.models import AlertRoute

_route = columns_of(AlertRoute)

CHANNELS = ("app", "mail", "desktop")
Key = tuple[str, str, str]


def decided(connection: Connection) -> dict[Key, bool]:
    """What the owner decided against a declaration: (kind, role, channel) → on."""
    return {(row.kind, row.role, row.channel): row.on for row in connection.execute(select(_route))}


def can_go(house: House, kind: AlertKind, role: str, channel: str) -> bool:
    """Whether this role could get it this way at all: nobody is told what they may not see."""
    if channel not in CHANNELS or channel in kind.never.split():
        return False
    return kind.needs is None or house.rights.reach(role, kind.needs) is not None


def goes(house: House, kind: AlertKind, role: str, channel: str, changed: dict[Key, bool]) -> bool:
    """Whether it goes there now. A role of the studio's own begins like the one it was copied from."""
    declared = house.rights.base(role) in kind.roles.split() and channel in kind.channels.split()
    return changed.get((kind.name, role, channel), declared) and can_go(house, kind, role, channel)


def kinds_for(house: House, connection: Connection, role: str, channel: str = "app") -> tuple[str, ...]:
    """Every kind of alert this role gets this way."""
    changed = decided(connection)
    return tuple(kind.name for kind in registry().alerts.values() if goes(house, kind, role, channel, changed))


def roles_for(
    house: House, connection: Connection, kind: AlertKind, channel: str, roles: Iterable[str]
) -> tuple[str, ...]:
    """Those of these roles that get this kind this way."""
    changed = decided(connection)
    return tuple(role for role in roles if goes(house, kind, role, channel, changed))
