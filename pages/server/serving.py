"""Serving one studio: doors open, a line that says so, and a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog

from pages.gate import Gate
from pages.server.behind import Behind, proxied_door, way_to
from pages.server.door import Door
from pages.server.lan import Lan
from pages.server.listener import Listener
from pages.server.note import noted
from pages.server.pulse import beat, once
from studio.extension.registry import Registry
from studio.kernel.anchors import drop_anchor
from studio.kernel.house import House

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Open:
    """What whoever accompanies the server gets to know."""

    url: str
    gate: Gate
    stop: Callable[[], None]


@dataclass(frozen=True)
class Desk:
    """Where the desk is served: on this computer alone, or on a server behind the proxy with this address."""

    port: int
    proxy: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


Companion = Callable[[Open], Awaitable[None]]


def serve(house: House, registry: Registry, desk: Desk, accompany: Companion, ready: Callable[[str], None]) -> None:
    """Serve until asked to stop, or until the companion asks. Raises PortIsBusy before anything was served."""
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(house, registry, desk, accompany, ready))


async def _serve(
    house: House, registry: Registry, desk: Desk, accompany: Companion, ready: Callable[[str], None]
) -> None:
    stopped = asyncio.Event()
    async with doors(house, registry, desk) as gate:
        with signals(stopped), noted(house.folder.path, desk.url):
            opened = Open(desk.url, gate, stopped.set)
            gc.freeze()  # what start-up made stays: no collection needs to look at it again
            gc.enable()
            ready(opened.url)
            companion = asyncio.create_task(_watch(accompany(opened), stopped))
            await stopped.wait()
            companion.cancel()
            await asyncio.gather(companion, return_exceptions=True)
    await asyncio.to_thread(leave_tidy, house)


@contextlib.asynccontextmanager
async def doors(house: House, registry: Registry, desk: Desk) -> AsyncIterator[Gate]:
    """The desk's door, and the network's as the owner set it; closed in order whatever happens."""
    from pages.server.application import Application

    async with Application(house, registry).running() as gate:
        if house.clock.is_set_back():  # what was over before ends before anybody comes in
            await asyncio.to_thread(once, house, registry)
        listeners = listeners_for(gate, desk)
        for listener in listeners:
            await listener.open()
        lan = Lan(gate, house)
        running = [asyncio.create_task(beat(house, registry)), asyncio.create_task(lan.watch())]
        try:
            await lan.start()
            yield gate
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*(one.close() for one in listeners), lan.close(), *running, return_exceptions=True)


def listeners_for(gate: Gate, desk: Desk) -> list[Listener]:
    """The desk's own, and on a server the one its proxy speaks to.

    A proxy on this very computer takes the desk's place: nothing tells its requests from those of somebody sitting
    here, so all of them count as from outside.
    """
    own = Listener(gate, Door("desk", desk.port), ("127.0.0.1",))
    if not desk.proxy:
        return [own]
    here = way_to(desk.proxy)
    outer = Listener(Behind(gate, desk.proxy), proxied_door(desk.port), (here,))
    return [outer] if here == "127.0.0.1" else [own, outer]


def leave_tidy(house: House) -> None:
    """Write down the journal's head and leave no write-ahead log behind."""
    drop_anchor(house, "clean stop")
    house.db.checkpoint()


async def _watch(going: Awaitable[None], stopped: asyncio.Event) -> None:
    """A companion that fails does not take the studio down silently."""
    try:
        await going
    except Exception:
        log.exception("the companion of the server failed")
        stopped.set()


@contextlib.contextmanager
def signals(stopped: asyncio.Event) -> Any:
    """SIGTERM and Ctrl-C end cleanly; handlers are put back afterwards."""
    loop = asyncio.get_running_loop()

    def end(*_: object) -> None:
        loop.call_soon_threadsafe(stopped.set)

    wanted = [signal.SIGINT, signal.SIGTERM, *([signal.SIGBREAK] if hasattr(signal, "SIGBREAK") else [])]
    before = {each: signal.signal(each, end) for each in wanted}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
