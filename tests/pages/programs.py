"""Programs that use the API: clients of the plain app with an actor where the gate would put one."""

from __future__ import annotations

from typing import Protocol

from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from studio.kernel.actor import Actor


class Api(Protocol):
    """Makes clients of the API."""

    def __call__(self, actor: Actor | None = None) -> TestClient: ...


class As:
    """Puts an actor where the gate would."""

    def __init__(self, app: ASGIApp, actor: Actor | None) -> None:
        self.app, self.actor = app, actor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, "linework.actor": self.actor, "linework.zone": "desk"}, receive, send)
