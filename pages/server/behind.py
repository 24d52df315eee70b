"""Behind a proxy: who is asking, by which name and how, as that one proxy tells it and nobody else."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import replace
from functools import lru_cache

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.server.answers import FOREIGN
from pages.server.door import Door

HOST = re.compile(r"[a-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9a-f:.]{2,45}\](:\d{1,5})?")


class Behind:
    """Wraps the application for a listener that one proxy speaks to. Whoever comes through it is in the `lan` zone,

    so that wizard and recovery stay on the computer itself. It belongs inside `Through`, whose door it makes precise.
    """

    def __init__(self, app: ASGIApp, proxy: str) -> None:
        self.app, self.proxy = app, ipaddress.ip_address(proxy)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return
        peer = scope["client"][0] if scope.get("client") else ""
        if _address(peer) != self.proxy:
            await FOREIGN.give(scope, send)
            return
        await self.app(told(scope), receive, send)


def proxied_door(port: int) -> Door:
    """The door the proxy knocks at; what it tells makes it more precise."""
    return Door("lan", port, staff=True)


def way_to(proxy: str) -> str:
    """The address of this computer that the proxy can reach. Asks the routing table, sends nothing."""
    family = socket.AF_INET6 if ":" in proxy else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as asking:
        asking.connect((proxy, 9))
        return str(asking.getsockname()[0])


def told(scope: Scope) -> Scope:
    """The request as it left the browser, by what the proxy says of it."""
    said = _said(scope)
    host, proto = said.get(b"x-forwarded-host", ""), said.get(b"x-forwarded-proto", "http").lower()
    visitor = _address(said.get(b"x-forwarded-for", "").rpartition(",")[2].strip())
    tls = proto in ("https", "wss")
    socket_or_page = ("wss" if tls else "ws") if scope["type"] == "websocket" else ("https" if tls else "http")
    host = host if HOST.fullmatch(host.lower()) else said.get(b"host", "")
    headers = [pair for pair in scope["headers"] if pair[0] != b"host"]
    return {
        **scope,
        "headers": [*headers, (b"host", host.encode("latin-1"))],
        "scheme": socket_or_page,
        "client": (str(visitor), 0) if visitor else scope["client"],
        "linework.door": _outer(scope["linework.door"], host.lower(), tls) if host else scope["linework.door"],
    }


@lru_cache(256)
def _outer(door: Door, host: str, tls: bool) -> Door:
    return replace(door, outside=host, tls=tls)


def _said(scope: Scope) -> dict[bytes, str]:
    """Headers by name; of one said twice the last counts, since that is the proxy's own."""
    return {name: value.decode("latin-1").strip() for name, value in scope["headers"]}


def _address(words: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(words)
    except ValueError:
        return None
