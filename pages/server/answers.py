"""The gate's own answers: short, the same for everybody, telling nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.types import Scope, Send

NEUTRAL = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not here</title>
<p>There is nothing at this address. Please ask at the desk.</p>
"""
HTML = b"text/html; charset=utf-8"
TEXT = b"text/plain; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What the gate says instead of letting a request in."""

    status: int
    body: bytes
    kind: bytes = TEXT
    headers: tuple[tuple[bytes, bytes], ...] = ()

    async def give(self, scope: Scope, send: Send) -> None:
        prefix = ""
        if scope["type"] == "websocket":
            if "websocket.http.response" not in scope.get("extensions", {}):
                await send({"type": "websocket.close", "code": 1008})
                return
            prefix = "websocket."
        length = str(len(self.body)).encode()
        headers = [(b"content-type", self.kind), (b"content-length", length), *self.headers]
        body = b"" if scope.get("method") == "HEAD" else self.body
        await send({"type": f"{prefix}http.response.start", "status": self.status, "headers": headers})
        await send({"type": f"{prefix}http.response.body", "body": body})


def problem(status: int, title: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> Answer:
    """An RFC 9457 problem."""
    said = {"type": "about:blank", "title": title, "status": status, "detail": title, "fields": {}}
    return Answer(status, json.dumps(said).encode(), b"application/problem+json", tuple(headers))


def go(to: str) -> Answer:
    """See there instead."""
    return Answer(303, b"", TEXT, ((b"location", to.encode("latin-1", "replace")),))


CLOSE = ((b"connection", b"close"),)
FOREIGN = Answer(403, b"Linework answers only to its own pages.\n")
SIGN_IN_FIRST = Answer(401, b"Please sign in.\n")
TOO_LARGE = Answer(413, b"That is more than Linework takes at once.\n", headers=CLOSE)
TOO_SLOW = Answer(408, b"The rest of the message did not arrive in time.\n", headers=CLOSE)
NO_TOKEN = problem(401, "No valid token", [(b"www-authenticate", b"Bearer")])


def too_many(seconds: int, *, api: bool) -> Answer:
    """Slow down, and when to come back."""
    later = (b"retry-after", str(seconds).encode())
    if api:
        return problem(429, "Too many requests", [later])
    return Answer(429, b"That was a lot at once. Please wait a moment and try again.\n", headers=(later,))
