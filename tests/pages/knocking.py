"""Knocks at the gate the way a server would: raw ASGI messages in, everything said back collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.gate import Gate, Knowledge
from pages.server.door import Door, Through, lan_door
from studio.kernel.actor import Actor, person

DESK = Door("desk", 8321)
LAN = lan_door(8322, ["192.168.1.20"])
SECURE = lan_door(8323, ["192.168.1.20"], tls=True)
TABLET = Actor("device", "kiosk", UUID(int=7), "Front desk", device_id=UUID(int=7))
OWNER = person(UUID(int=1), "Ada", "owner", UUID(int=2))
SETTINGS = {
    "lan.staff": 0,
    "lan.tls": 0,
    "limits.guest_per_minute": 30,
    "limits.address_per_minute": 1200,
    "limits.astray_per_minute": 60,
    "limits.api_per_minute": 600,
    "limits.api_burst": 300,
}
PAIRED: dict[str, Any] = {"cookie": f"{DESK.tablet_cookie}=good; {LAN.tablet_cookie}=good; {SECURE.tablet_cookie}=good"}
SIGNED_IN: dict[str, Any] = {"cookie": f"{DESK.cookie}=good; {LAN.cookie}=good; {SECURE.cookie}=good"}


@dataclass
class Reply:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    raw: list[tuple[str, str]] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)

    @property
    def shape(self) -> tuple[int, int, tuple[tuple[str, str], ...]]:
        """Status, size and headers: what tells one refusal from another."""
        return self.status, len(self.body), tuple(self.raw)


@dataclass
class Inner:
    """Both applications behind the gate, noting who reached them."""

    reached: list[str] = field(default_factory=list)

    def plain(self) -> FastAPI:
        app = FastAPI()

        @app.api_route("/{path:path}", methods=["GET", "HEAD", "POST", "PATCH"])
        async def anything(request: Request) -> Response:
            if request.url.path == "/-":
                return HTMLResponse("nothing here", 404)
            self.reached.append(f"plain {request.url.path}")
            body = await request.body()
            return HTMLResponse(f"plain, {len(body)} bytes")

        app.router.routes = app.router.routes[-1:]
        return app

    async def screens(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            self.reached.append("lifespan")
            return
        self.reached.append(f"{scope['type']} {scope['path']}")
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            while (await receive())["type"] != "websocket.disconnect":
                pass
            return
        while (await receive()).get("more_body"):
            pass
        headers = [(b"content-type", b"text/html"), (b"cache-control", b"public, max-age=31536000, immutable")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"screen"})


def make_gate(inner: Inner | None = None, *, empty: bool = False, **settings: int) -> Gate:
    """A gate before two applications that only note who came."""
    inner = inner or Inner()
    known = {**SETTINGS, **{key.replace("__", "."): value for key, value in settings.items()}}

    def who(token: str) -> Actor | None:
        return OWNER if token == "good" else None

    def tablet(token: str) -> Actor | None:
        return TABLET if token == "good" else None

    gate = Gate(inner.plain(), inner.screens, Knowledge(who, who, lambda: empty, known.__getitem__, tablet))
    gate.dispatch.is_plain = plain_ones  # type: ignore[assignment]  # the stand-in knows every path
    return gate


def plain_ones(path: str) -> bool:
    from pages.server.dispatch import PLAIN_ONLY

    return path.split("/")[1] in PLAIN_ONLY


def pieces(*bodies: bytes) -> Iterable[Message]:
    """A body arriving in pieces."""
    last = len(bodies) - 1
    return [{"type": "http.request", "body": body, "more_body": at < last} for at, body in enumerate(bodies)]


async def knock(
    gate: ASGIApp,
    door: Door | None,
    path: str,
    method: str = "GET",
    *,
    body: Iterable[Message] = (),
    client: str = "127.0.0.1",
    websocket: bool = False,
    receive: Callable[[], Any] | None = None,
    **headers: str | None,
) -> Reply:
    """Send one request; `host` is the door's own unless given. Header names write `-` as `_`; None leaves one out."""
    reply = Reply()
    waiting = list(body) or [
        {"type": "websocket.connect" if websocket else "http.request", "body": b"", "more_body": False}
    ]

    async def hear() -> Message:
        if receive:
            return await receive()  # type: ignore[no-any-return]
        return (
            waiting.pop(0)
            if waiting
            else {"type": "websocket.disconnect" if websocket else "http.disconnect", "code": 1001}
        )

    async def say(message: Message) -> None:
        reply.sent.append(message)
        if message["type"].endswith("response.start") or message["type"] == "websocket.accept":
            reply.status = message.get("status", 101)
            reply.raw = [(name.decode().lower(), value.decode("latin-1")) for name, value in message.get("headers", [])]
            reply.headers = dict(reply.raw)
        reply.body += message.get("body", b"") if message["type"].endswith("response.body") else b""

    said: dict[str, str | None] = {"host": f"{door.names[0]}:{door.port}" if door else "x", **headers}
    scope: dict[str, Any] = {
        "type": "websocket" if websocket else "http",
        "path": path.partition("?")[0],
        "raw_path": path.encode(),
        "query_string": path.partition("?")[2].encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode("latin-1"))
            for name, value in said.items()
            if value is not None
        ],
        "client": (client, 50000),
        "scheme": "http",
        "http_version": "1.1",
        "root_path": "",
        "extensions": {"websocket.http.response": {}},
    }
    if not websocket:
        scope["method"] = method
    await (Through(gate, door) if door else gate)(scope, hear, say)
    return reply
