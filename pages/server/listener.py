"""A listener: one door with sockets behind it, opened and closed while everything else runs."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from pages.server.door import Door, Through
from pages.server.patient import Patient

KEEP_ALIVE = 75
LARGEST_MESSAGE = 1024 * 1024


class PortIsBusy(OSError):
    """Somebody else already listens there."""

    def __init__(self, port: int) -> None:
        super().__init__(
            errno.EADDRINUSE,
            f"Port {port} is already in use. Choose another with --port, --lan-port or --lan-tls-port.",
        )
        self.port = port


class Server(uvicorn.Server):
    """Leaves signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Listener:
    """Serves the application through one door, on the given addresses of this computer and no other."""

    def __init__(self, app: ASGIApp, door: Door, addresses: tuple[str, ...], tls: ssl.SSLContext | None = None) -> None:
        self.door, self.addresses, self.tls = door, addresses, tls
        self._server = Server(_config(Through(app, door), {"ssl_context_factory": lambda *_: tls} if tls else {}))
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Returns once requests are answered. Raises PortIsBusy."""
        sockets = _bind(self.addresses, self.door.port)
        self._task = asyncio.create_task(self._server.serve(sockets), name=f"listener {self.door.zone}")
        while not self._server.started and not self._task.done():  # noqa: ASYNC110  uvicorn has a flag, no event
            await asyncio.sleep(0.005)
        if self._task.done():
            await self._task

    async def close(self) -> None:
        """Returns once nothing is answered any more; open pages are let go."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task


def _config(app: ASGIApp, tls: dict[str, Any]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=Patient,
        ws="wsproto",
        ws_max_size=LARGEST_MESSAGE,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=2,
        backlog=256,
        **tls,
    )


def _bind(addresses: tuple[str, ...], port: int) -> list[socket.socket]:
    opened: list[socket.socket] = []
    try:
        opened.extend(_listen(address, port) for address in addresses)
    except OSError as error:
        for each in opened:
            each.close()
        raise PortIsBusy(port) from error
    return opened


def _listen(address: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        made.setsockopt(socket.SOL_SOCKET, exclusive if exclusive is not None else socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made
