"""HTTP as uvicorn speaks it, with an end to its patience: who connects and never finishes asking is let go."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from pages.server.headers import BARE

HEADERS_WITHIN = 20.0
LONGEST_START = 512 * 1024
UNCLEAR = b"This is no request Linework understands.\n"
ENDING = (
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"content-length", str(len(UNCLEAR)).encode()),
    (b"connection", b"close"),
)


class Patient(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # uvicorn picks its parser when imported
    """Waits a while for each whole request of a connection, and hears no endless headers."""

    def connection_made(self, transport: Any) -> None:
        """Start counting."""
        super().connection_made(transport)
        self._unasked, self._last = 0, None
        self._silence: asyncio.TimerHandle | None = None
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Count what comes before a request has begun; once it has begun, the gate counts."""
        cycle = getattr(self, "cycle", None)
        if cycle is not self._last:
            self._last, self._unasked = cycle, 0
        between = cycle is None or cycle.response_complete
        if between:
            self._unasked += len(data)
        if self._unasked > LONGEST_START:
            self.transport.abort()
            return
        super().data_received(data)
        if getattr(self, "cycle", None) is not cycle:
            self._stop_waiting()
        elif between and self._silence is None:
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """To what is no HTTP: the headers everybody gets, and none of what was sent."""
        head = b"".join(b"%b: %b\r\n" % header for header in (*BARE, *ENDING))
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n" + head + b"\r\n" + UNCLEAR)
        self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._silence = asyncio.get_running_loop().call_later(HEADERS_WITHIN, self._hang_up, self.transport)

    def _stop_waiting(self) -> None:
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None

    def _hang_up(self, transport: Any) -> None:
        """A websocket has taken the connection over by now and is left alone."""
        if transport.get_protocol() is self:
            transport.close()
