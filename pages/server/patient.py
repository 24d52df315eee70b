"""HTTP as uvicorn speaks it, with an end to its patience: a visitor who connects and says nothing is let go."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEADERS_WITHIN = 20.0


class Patient(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # uvicorn picks its parser when imported
    """Waits a while for the first whole request of a connection, then hangs up."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        loop = asyncio.get_running_loop()
        self._silence = loop.call_later(HEADERS_WITHIN, self._hang_up, transport)

    def _hang_up(self, transport: Any) -> None:
        if getattr(self, "cycle", None) is None and not transport.is_closing():
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._silence.cancel()
        super().connection_lost(exc)
