"""What arrives on an open line: heard for pages of whoever sent it, and for nobody else's."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as NotTheirs  # type: ignore[import-untyped]  # it has no types

from components.app.late import hear_late
from studio.kernel.actor import Actor

Heard = Callable[..., Any]
NAMESPACE = "/"
ODD = (KeyError, TypeError, ValueError, AttributeError)
"""What a frame that none of our pages would send makes of NiceGUI's own handlers."""


def listen_carefully() -> None:
    """Put a look at who sends it before each of NiceGUI's own handlers. Call once, when the application is built."""
    handlers = core.sio.handlers[NAMESPACE]
    for name in ("handshake", "event", "javascript_response", "ack"):
        core.sio.on(name, _for_their_own(name, handlers[name]))
    core.sio.on("connect", _joining_their_own(handlers["connect"]))
    core.sio.on("log", _passed_over)  # browsers tell what broke at /incidents, where people's words are left out


def _for_their_own(name: str, handler: Heard) -> Callable[..., Awaitable[Any]]:
    async def heard(sid: str, told: Any = None) -> Any:
        if not isinstance(told, Mapping) or (name == "event" and not _is_event(told)):
            return False
        if not is_theirs(core.sio.get_environ(sid), told.get("client_id")):
            return False
        if name == "event":
            return hear_late(told) or handler(sid, told)
        try:
            done = handler(sid, told)
            return await done if inspect.isawaitable(done) else done
        except ODD:
            return False

    return heard


def _joining_their_own(handler: Heard) -> Callable[..., Awaitable[None]]:
    async def connected(sid: str, environ: Mapping[str, Any], told: Any = None) -> None:
        asked = parse_qs(str(environ.get("QUERY_STRING", ""))).get("client_id", [None])[0]
        if not is_theirs(environ, asked):
            raise NotTheirs("not here")
        await handler(sid, environ, told)

    return connected


def _passed_over(*_: Any) -> None:
    """Nothing."""


def is_theirs(environ: Mapping[str, Any] | None, client_id: object) -> bool:
    """Whether the page was opened by the very sign-in or tablet this line belongs to; pages that are gone are nobody's
    and nothing comes of them."""
    client = Client.instances.get(client_id) if isinstance(client_id, str) else None
    if client is None:
        return True
    line = _who((environ or {}).get("asgi.scope", {}))
    return line is not None and line == _who(client.request.scope)


def _who(scope: Mapping[str, Any]) -> tuple[object, ...] | None:
    actor = scope.get("linework.actor")
    return (actor.kind, actor.id, actor.session_id, actor.device_id) if isinstance(actor, Actor) else None


def _is_event(told: Mapping[str, Any]) -> bool:
    args = told.get("args", [])
    named = isinstance(told.get("id"), int) and isinstance(told.get("listener_id"), str)
    return named and isinstance(args, list) and all(arg is None or _reads(arg) for arg in args)


def _reads(arg: object) -> bool:
    try:
        json.loads(arg)  # type: ignore[arg-type]  # whatever it is
    except (TypeError, ValueError, RecursionError):
        return False
    return True
