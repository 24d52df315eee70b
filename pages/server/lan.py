"""The doors to the studio's network: opened, moved and closed as the owner sets them, while everything else runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog
from starlette.types import ASGIApp

from pages.server.door import lan_door
from pages.server.listener import Listener, PortIsBusy
from studio.kernel.house import House
from studio.upkeep import lan
from studio.upkeep.facts import SettingChanged

log = structlog.get_logger(__name__)
EVERY = 30.0
WATCHED = frozenset({"lan.enabled", "lan.address", "lan.port"})


class Lan:
    """Keeps at most one listener on the chosen interface and loopback."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app, self._house = app, house
        self._open: Listener | None = None
        self._lock = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._forget: Callable[[], None] = house.bus.after(SettingChanged, self._hear)
        self._tasks: set[asyncio.Task[None]] = set()

    async def follow(self) -> None:
        """Make what is open fit the settings. Raises PortIsBusy; the desk goes on either way."""
        async with self._lock:
            wanted = await asyncio.to_thread(self._wanted)
            if self._open is not None and (self._open.door.port, self._open.addresses) != wanted:
                await self._open.close()
                self._open = None
            if wanted is not None and self._open is None:
                await self._start(*wanted)

    async def close(self) -> None:
        self._forget()
        async with self._lock:
            if self._open is not None:
                await self._open.close()
            self._open = None

    async def watch(self) -> None:
        """Until cancelled: follow the computer to a new address, as routers hand them out."""
        while True:
            await asyncio.sleep(EVERY)
            await self._try_to_follow()

    def _wanted(self) -> tuple[int, tuple[str, ...]] | None:
        if not lan.lan_enabled():
            return None
        return lan.lan_port(), tuple(dict.fromkeys(("127.0.0.1", lan.lan_address())))

    async def _start(self, port: int, addresses: tuple[str, ...]) -> None:
        listener = Listener(self._app, lan_door(port, addresses[1:]), addresses)
        await listener.open()
        self._open = listener
        log.info("phones may come in", zone="lan", port=port)

    def _hear(self, changed: SettingChanged) -> None:
        if changed.key in WATCHED and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._follow_soon)

    def _follow_soon(self) -> None:
        task = asyncio.create_task(self._try_to_follow())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try_to_follow(self) -> None:
        try:
            await self.follow()
        except PortIsBusy as busy:
            log.warning("phones cannot come in: the port is in use", port=busy.port)
