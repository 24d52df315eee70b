"""Open sockets by session: closed at once when the session ends, and when one talks too much."""

from __future__ import annotations

import asyncio
import re
import time
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

import orjson
from starlette.types import ASGIApp, Message, Receive

from pages.server.headers import Sealed
from pages.server.visit import Visit

MESSAGES_A_SECOND = 400
_FRAME = re.compile(r"[1235](?:probe)?|4[01](?:\{.*\})?|4[23]\d{0,9}(?P<told>\[.*\])", re.DOTALL)
"""What a page of ours sends: signs of life, joining and leaving, and events with what they carry."""
ENDED = {"type": "websocket.close", "code": 1008}


class Sockets:
    """All sockets that are open now."""

    def __init__(self) -> None:
        self._open: defaultdict[UUID | None, set[Line]] = defaultdict(set)

    def __len__(self) -> int:
        return sum(len(lines) for lines in self._open.values())

    async def carry(self, app: ASGIApp, visit: Visit, receive: Receive, send: Sealed) -> None:
        """Run one socket to its end."""
        actor = visit.scope["linework.actor"]
        session = actor.session_id or actor.device_id
        line = Line(receive, send)
        self._open[session].add(line)
        try:
            await app(visit.scope, line.receive, send)
        except Exception:  # a line that was cut on purpose breaks whoever was still writing to it
            if not line.cut:
                raise
        finally:
            self._open[session].discard(line)
            if not self._open[session]:
                del self._open[session]

    def drop(self, sessions: Iterable[UUID]) -> None:
        """Close every socket of these sessions or tablets. Call it on the loop."""
        for line in [line for session in sessions for line in self._open.get(session, ())]:
            line.hang_up()


class Line:
    """One socket. After `hang_up` the application hears that the visitor has left."""

    def __init__(self, receive: Receive, send: Sealed) -> None:
        self._receive, self._send = receive, send
        self._ended = asyncio.Event()
        self._second, self._count = 0, 0
        self.cut = False

    def hang_up(self) -> None:
        self._ended.set()

    async def receive(self) -> Message:
        """The next message, unless the line was cut meanwhile."""
        if not self.cut and not self._ended.is_set():
            message = await self._next()
            if message is not None and not self._chatters() and is_readable(message):
                return message
        await self._close()
        return {"type": "websocket.disconnect", "code": 1008}

    async def _next(self) -> Message | None:
        heard, ended = asyncio.ensure_future(self._receive()), asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait({heard, ended}, return_when=asyncio.FIRST_COMPLETED)
            return heard.result() if heard.done() else None
        finally:
            for task in (heard, ended):
                task.cancel()

    def _chatters(self) -> bool:
        second = int(time.monotonic())
        self._second, self._count = second, self._count + 1 if second == self._second else 1
        return self._count > MESSAGES_A_SECOND

    async def _close(self) -> None:
        if not self.cut:
            self.cut = True
            await self._send(dict(ENDED))
            self._send.closed = True


def is_readable(message: Message) -> bool:
    """Whether it is a frame our pages send; what is none would only fill the log with what its reader makes of it."""
    if message["type"] != "websocket.receive":
        return True
    frame = _FRAME.fullmatch(message.get("text") or "")
    if frame is None or frame["told"] is None:
        return frame is not None
    try:
        told = orjson.loads(frame["told"])
    except orjson.JSONDecodeError:
        return False
    return bool(told) and (frame[0].startswith("43") or isinstance(told[0], str))
