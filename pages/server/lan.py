"""The doors to the studio's network: opened, moved and closed as the owner sets them, while everything else runs."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass

import structlog
from starlette.types import ASGIApp

from pages.server import tls
from pages.server.door import lan_door
from pages.server.listener import Listener, PortIsBusy
from studio.kernel.facts import Fact
from studio.kernel.house import House
from studio.upkeep import lan
from studio.upkeep.doorways import Doorway, Kind, doorways
from studio.upkeep.facts import CertificateMade, SettingChanged

log = structlog.get_logger(__name__)
EVERY = 30.0
KINDS: tuple[Kind, ...] = ("plain", "tls")
WATCHED = frozenset({"lan.enabled", "lan.staff", "lan.address", "lan.port", "lan.tls", "lan.tls_port"})


@dataclass(frozen=True)
class Wanted:
    """A door as it should be. A new certificate needs no new door: the open one shows it from the next visitor on."""

    port: int
    addresses: tuple[str, ...]
    names: tuple[str, ...]
    admits: tuple[bool, bool]
    """Staff, and encrypted pages for them: pages open at a door must not outlive what it admits, so it closes once."""


class Lan:
    """Keeps a plain and an encrypted listener on the chosen networks and loopback, as far as each is wanted."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app, self._house = app, house
        self._open: dict[Kind, tuple[Wanted, Listener]] = {}
        self._shown = ""
        self._lock = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._forget = [house.bus.after(kind, self._hear) for kind in (SettingChanged, CertificateMade)]
        self._tasks: set[asyncio.Task[None]] = set()

    async def follow(self) -> None:
        """Make what is open fit the settings. Raises PortIsBusy once the rest is in place; the desk goes on either way.

        Both doors close before either opens, so that they can trade ports.
        """
        async with self._lock:
            wanted = await asyncio.to_thread(self._wanted)
            for kind in KINDS:
                if kind in self._open and wanted.get(kind) != self._open[kind][0]:
                    await self._open.pop(kind)[1].close()
                if kind not in wanted:
                    self._tell(kind, Doorway())
            busy = [await self._try(kind, door) for kind, door in wanted.items()]
            for error in filter(None, busy):
                raise error

    async def start(self) -> None:
        """As `follow`, when Linework starts: a port somebody else has keeps it from starting only if it was named."""
        try:
            await self.follow()
        except PortIsBusy as busy:
            if busy.port in (lan.overrides.port, lan.overrides.tls_port) or lan.overrides.enabled:
                raise
            log.warning("phones cannot come in: the port is in use", port=busy.port)

    async def close(self) -> None:
        """Nobody hears of the network any more."""
        for forget in self._forget:
            forget()
        async with self._lock:
            for kind in list(self._open):
                await self._open.pop(kind)[1].close()
                self._tell(kind, Doorway())

    async def watch(self) -> None:
        """Until cancelled: follow the computer to a new address, as routers hand them out."""
        while True:
            await asyncio.sleep(EVERY)
            await self._try_to_follow()

    def _wanted(self) -> dict[Kind, Wanted]:
        if not lan.lan_enabled():
            return {}
        addresses, names = lan.open_addresses(), lan.own_names()
        admits = bool(self._house.settings["lan.staff"]), lan.tls_enabled()
        doors: dict[Kind, Wanted] = {"plain": Wanted(lan.lan_port(), addresses, names, admits)}
        if lan.tls_enabled():
            doors["tls"] = Wanted(lan.tls_port(), addresses, names, admits)
        return doors

    async def _try(self, kind: Kind, wanted: Wanted) -> PortIsBusy | None:
        try:
            await self._fit(kind, wanted)
        except PortIsBusy as busy:
            self._tell(kind, Doorway("busy", wanted.port, wanted.addresses))
            return busy
        except Exception:
            log.exception("a door to the network did not open", encrypted=kind == "tls")
            self._tell(kind, Doorway("failed", wanted.port, wanted.addresses))
        return None

    async def _fit(self, kind: Kind, wanted: Wanted) -> None:
        certificate = await asyncio.to_thread(tls.certified, self._house) if kind == "tls" else ""
        if kind not in self._open:
            await self._start(kind, wanted)
        elif certificate and certificate != self._shown:
            await self._show(self._open[kind][1].tls)
        self._shown = certificate or self._shown

    async def _start(self, kind: Kind, wanted: Wanted) -> None:
        context = tls.new_context() if kind == "tls" else None
        await self._show(context)
        door = lan_door(wanted.port, (*wanted.addresses, *wanted.names), tls=context is not None)
        listener = Listener(self._app, door, wanted.addresses, context)
        await listener.open()
        self._open[kind] = wanted, listener
        self._tell(kind, Doorway("open", wanted.port, wanted.addresses))
        log.info("phones may come in", zone="lan", port=wanted.port, encrypted=context is not None)

    async def _show(self, context: ssl.SSLContext | None) -> None:
        """Put the present certificate in, on the loop that greets visitors."""
        if context is not None:
            chain = await asyncio.to_thread(tls.present_chain, self._house)
            tls.show(context, chain, self._house.folder.path)

    def _tell(self, kind: Kind, now: Doorway) -> None:
        doorways.moved(self._house, kind, now)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, SettingChanged) and fact.key not in WATCHED:
            return
        if not self._loop.is_closed():
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
