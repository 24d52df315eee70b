"""A door: one listener's zone and the names it answers to, written into every request that comes through it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from starlette.types import ASGIApp, Receive, Scope, Send

Zone = Literal["desk", "lan"]
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Door:
    """Where a request came in. Its zone is a fact of the listener, never derived from address or path."""

    zone: Zone
    port: int
    names: tuple[str, ...] = LOOPBACK
    tls: bool = False
    staff: bool = False
    """Whether people of the studio come in whatever the owner set: a server has no other door for them."""
    outside: str = ""
    """What the proxy before it is called, port and all."""

    @cached_property
    def cookie(self) -> str:
        """The sign-in cookie of this door; cookies ignore ports, so the name carries it."""
        return f"linework_{self.port}"

    @cached_property
    def tablet_cookie(self) -> str:
        """The cookie of a paired tablet at this door."""
        return f"linework_tablet_{self.port}"

    @cached_property
    def hosts(self) -> frozenset[str]:
        """What a Host header may say here."""
        if self.outside:
            return frozenset([self.outside])
        bare = self.names if self.port == (443 if self.tls else 80) else ()
        return frozenset([*bare, *(f"{name}:{self.port}" for name in self.names)])

    @cached_property
    def origins(self) -> frozenset[str]:
        """What an Origin header may say here."""
        scheme = "https" if self.tls else "http"
        return frozenset(f"{scheme}://{host}" for host in self.hosts)


def lan_door(port: int, addresses: Iterable[str], *, tls: bool = False) -> Door:
    """A door to the studio's network, answering to loopback and the given addresses only."""
    return Door("lan", port, (*LOOPBACK, *addresses), tls)


class Through:
    """Wraps the application for one listener."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            scope["linework.door"] = self.door
            scope["linework.zone"] = self.door.zone
        await self.app(scope, receive, send)
