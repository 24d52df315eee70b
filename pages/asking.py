"""Who asks, as the listener and the gate tell it: from where, with what, and whether they are a paired tablet."""

from __future__ import annotations

from uuid import UUID

from fastapi import Request

from studio.kernel.actor import Actor
from studio.kernel.refusal import Missing, Refusal
from studio.kernel.text import language


def origin(request: Request) -> dict[str, str]:
    """Where a guest comes from, for the journal."""
    client = request.client
    return {
        "address": client.host if client else "",
        "agent": request.headers.get("user-agent", "")[:200],
        "language": language(),
    }


def zone(request: Request) -> str:
    """`desk` or `lan`, as the listener wrote it; what no listener has marked is trusted least."""
    return str(request.scope.get("linework.zone", "lan"))


def tablet(request: Request) -> Actor | None:
    """The paired tablet that asks, if it is one."""
    actor = _actor(request)
    return actor if actor and actor.kind == "device" else None


def staff(request: Request) -> Actor | None:
    """Whoever is signed in with this browser, if anybody is."""
    actor = _actor(request)
    return actor if actor and actor.kind == "person" else None


def id_in(address: str, unknown: type[Refusal] = Missing) -> UUID:
    """The id that stands in an address. Raises `unknown` for what is none."""
    try:
        return UUID(address)
    except ValueError:
        raise unknown from None


def _actor(request: Request) -> Actor | None:
    actor = request.scope.get("linework.actor")
    return actor if isinstance(actor, Actor) else None
