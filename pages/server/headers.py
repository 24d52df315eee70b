"""Security headers, on every response that leaves the house."""

from __future__ import annotations

from typing import Any

from starlette.types import Message, Send

from pages.server.visit import Visit

_ALWAYS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), microphone=(), geolocation=(), usb=(), payment=()"),
)
PLAIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
BARE: tuple[tuple[bytes, bytes], ...] = (
    *_ALWAYS,
    (b"content-security-policy", PLAIN_POLICY.encode()),
    (b"referrer-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""What an answer carries that never comes past the gate."""
# NiceGUI compiles Vue templates in the browser and sets styles on elements: both need the unsafe words, there only.
_SCREEN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
    "connect-src 'self' {socket}; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)
_OURS = {name for name, _ in _ALWAYS} | {b"content-security-policy", b"referrer-policy", b"cache-control", b"server"}
STATIC = ("/_nicegui/", "/static/", "/assets/")


class Sealed:
    """A `send` that puts the headers on; also remembers whether an answer has begun."""

    def __init__(self, send: Send, visit: Visit) -> None:
        self._send, self._visit = send, visit
        self.plain = True
        self.begun = False
        self.closed = False

    async def __call__(self, message: Message) -> None:
        if self.closed:
            return
        if message["type"] in {"http.response.start", "websocket.http.response.start", "websocket.accept"}:
            self.begun = True
            message["headers"] = seal(list(message.get("headers", [])), self._visit, plain=self.plain)
        await self._send(message)


def seal(headers: list[tuple[bytes, bytes]], visit: Visit, *, plain: bool) -> list[tuple[bytes, bytes]]:
    """The response's own headers with ours over them."""
    own: dict[bytes, Any] = {name.lower(): value for name, value in headers}
    kept = [(name, value) for name, value in headers if name.lower() not in _OURS]
    return [
        *kept,
        *_ALWAYS,
        (b"content-security-policy", _policy(visit, own.get(b"content-security-policy", b""), plain=plain)),
        (b"referrer-policy", b"same-origin" if plain else b"no-referrer"),
        (b"cache-control", _caching(visit, own.get(b"cache-control", b""))),
    ]


def _policy(visit: Visit, own: bytes, *, plain: bool) -> bytes:
    """A plain page may say its own; a screen's never counts."""
    if plain:
        return own or PLAIN_POLICY.encode()
    socket = f"{'wss' if visit.door.tls else 'ws'}://{visit.header(b'host')}" if visit.knows_host() else ""
    return _SCREEN_POLICY.format(socket=socket).encode("latin-1")


def _caching(visit: Visit, own: bytes) -> bytes:
    """Immutable static files may stay in the browser; nothing else does."""
    return own if b"immutable" in own and visit.path.startswith(STATIC) else b"no-store"
