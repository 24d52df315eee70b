"""HTTP as uvicorn speaks it, with an end to its patience: who connects and never finishes asking is let go."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEADERS_WITHIN = 20.0
LONGEST_START = 512 * 1024


class Patient(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # uvicorn picks its parser when imported
    """Waits a while for the first whole request of a connection, and hears no endless headers."""

    def connection_made(self, transport: Any) -> None:
        """Start counting."""
        super().connection_made(transport)
        self._unasked, self._last = 0, None
        self._silence = asyncio.get_running_loop().call_later(HEADERS_WITHIN, self._hang_up, transport)

    def data_received(self, data: bytes) -> None:
        """Count what comes before a request has begun."""
        cycle = getattr(self, "cycle", None)
        if cycle is not self._last:
            self._last, self._unasked = cycle, 0
        if cycle is None or cycle.response_complete:
            self._unasked += len(data)
        if self._unasked > LONGEST_START:
            self.transport.abort()
            return
        super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting."""
        self._silence.cancel()
        super().connection_lost(exc)

    def _hang_up(self, transport: Any) -> None:
        """A websocket has taken the connection over by now and is left alone."""
        if getattr(self, "cycle", None) is None and transport.get_protocol() is self:
            transport.close()
