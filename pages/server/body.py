"""What comes in is counted and timed: too much or too slow ends the request, whatever its headers claimed."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress

from starlette.types import Message, Receive, Scope

from pages.server.answers import TOO_LARGE, TOO_SLOW, Answer
from pages.server.headers import Sealed

PATIENCE = 20.0
"""Seconds between two pieces of a message."""
PACE = 16_384
"""Bytes a second a sender must keep up, after its first PATIENCE seconds."""
LINGER = 2.0
KIB = 1024
MOST_HEARD = 64 * 1024 * KIB
CAPS = {
    "api": 16 * 1024 * KIB,
    "_nicegui": 32 * 1024 * KIB,
    "c": 16 * 1024 * KIB,
    "upload": 64 * 1024 * KIB,
    "incidents": 2 * KIB,
    "setup": 11 * 1024 * KIB,
}
CAP = 1024 * KIB
FILES = re.compile(r"/api/v1/clients/[^/]+/(attachments|photos)")
"""Where a program sends a whole file: it is laid down as it comes, the studio's own limit counts, as at `/upload`."""


def cap_for(path: str) -> int:
    """How many bytes a request to this address may carry."""
    return CAPS["upload"] if FILES.fullmatch(path) else CAPS.get(path.partition("/")[2].partition("/")[0], CAP)


async def hear_out(receive: Receive) -> None:
    """Let a sender finish for a moment and keep nothing: hanging up on it at once would lose the answer as well."""
    end, heard = time.monotonic() + LINGER, 0
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGER):
            more = True
            while more and heard < MOST_HEARD and time.monotonic() < end:
                message = await receive()
                heard += len(message.get("body", b""))
                more = message.get("more_body", False)


class Body:
    """A `receive` that refuses on its own and then plays a visitor who has left."""

    def __init__(self, scope: Scope, receive: Receive, send: Sealed, cap: int) -> None:
        self._scope, self._receive, self._send, self._cap = scope, receive, send, cap
        self._count = 0
        self._complete = False
        self._started = time.monotonic()
        self.refused = False

    async def __call__(self) -> Message:
        if self.refused:
            return {"type": "http.disconnect"}
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout(self._patience()):
                message = await self._receive()
        except TimeoutError:
            return await self._refuse(TOO_SLOW)
        self._count += len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        return await self._refuse(TOO_LARGE) if self._count > self._cap else message

    def _patience(self) -> float:
        """Time for the next piece: never longer than the pace allows for all that has come so far."""
        allowed = PATIENCE + self._count / PACE
        return max(0.01, min(PATIENCE, allowed - (time.monotonic() - self._started)))

    async def _refuse(self, answer: Answer) -> Message:
        self.refused = True
        if answer is TOO_LARGE:
            await hear_out(self._receive)
        if not self._send.begun:
            await answer.give(self._scope, self._send)
        self._send.closed = True
        return {"type": "http.disconnect"}
