"""The table of who is told what."""

from __future__ import annotations

from dataclasses import dataclass

from studio.extension.registry import registry
from studio.kernel.work import Read, query
from studio.messages.routes import CHANNELS, can_go, decided, goes
from studio.messages.words import title


@dataclass(frozen=True, slots=True)
class Way:
    """One cell: whether it is on, and whether it could be."""

    channel: str
    on: bool
    possible: bool


@dataclass(frozen=True, slots=True)
class RouteView:
    """One kind of alert for one role."""

    kind: str
    title: str
    urgency: str
    role: str
    ways: tuple[Way, ...]


@query("messages.route.change")
def list_routes(read: Read, roles: tuple[str, ...]) -> list[RouteView]:
    """Every kind that is listed, for each of these roles."""
    changed = decided(read.connection)
    return [
        RouteView(
            kind.name,
            title(kind),
            kind.urgency,
            role,
            tuple(
                Way(way, goes(read.house, kind, role, way, changed), can_go(read.house, kind, role, way))
                for way in CHANNELS
            ),
        )
        for kind in registry().alerts.values()
        if kind.listed
        for role in roles
    ]
