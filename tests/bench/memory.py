"""W11: memory of the serving process: idle, per open page and waiting tablet, and after its visitors have left."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import psutil
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from pages.screens import RECONNECT
from tests.bench.figures import Figure
from tests.bench.served import Served, bare, product
from tests.bench.studio import Studio
from tests.bench.wire import Wire

IDLE_MIB, BESIDE_GOAL, PAGE_GOAL, LEFT_GOAL = 110, 2, 1, 1.1
PAGES, LEFT_REST = 20, 60


@dataclass(frozen=True)
class Door:
    """Where somebody comes in, as whom, and to which page."""

    port: int
    cookie: str
    path: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie}


def remembering(studio: Studio, visitors: int, rest: float) -> Iterator[Figure]:
    """Proportional set size, so that libraries shared with other processes count once."""
    if not hasattr(psutil.Process().memory_full_info(), "pss"):
        raise LookupError("proportional set sizes are known on Linux only")
    tablet = studio.pair()
    with product(studio.folder, lan=True) as served, bare() as beside:
        desk = Door(served.port, f"linework_{served.port}={studio.cookie}", "/clients")
        kiosk = Door(served.lan_port, f"linework_tablet_{served.lan_port}={tablet}", "/kiosk")
        _warm(desk)
        idle, base = _pss(served), _pss(beside)
        note = f"{idle:.0f} MiB beside {base:.0f}; the goal is met by {IDLE_MIB} MiB as well"
        goal = max(BESIDE_GOAL, IDLE_MIB / base)
        yield Figure("W11 idle", idle, "MiB", goal, base, note)
        yield Figure("W11 an open page of clients", _each(served, desk, rest), "MiB", PAGE_GOAL)
        yield Figure("W11 a waiting tablet", _each(served, kiosk, rest), "MiB", PAGE_GOAL)
        before = _pss(served)
        asyncio.run(_crowd(desk, visitors))
        time.sleep(rest)
        after = _pss(served)
        goal_left = LEFT_GOAL if rest >= LEFT_REST else None  # a quick run does not wait long enough to judge
        note = f"a page waits {RECONNECT:.0f} s for its visitor to come back"
        yield Figure(f"W11 {rest:.0f} s after {visitors} visitors left", after, "MiB", goal_left, before, note)


def _warm(desk: Door) -> None:
    wire = Wire(desk.port, desk.headers)
    for path in ("/login", "/clients", "/"):
        wire.get(path)
    wire.close()


def _each(served: Served, door: Door, rest: float) -> float:
    """What one more open page takes, once as many have been open before."""
    asyncio.run(_crowd(door, PAGES))
    time.sleep(rest)
    return asyncio.run(_per_page(served, door))


async def _per_page(served: Served, door: Door) -> float:
    before = _pss(served)
    pages = await _open(door, PAGES)
    await asyncio.sleep(2)
    grown = (_pss(served) - before) / PAGES
    await asyncio.gather(*(page.close() for page in pages))
    return grown


async def _crowd(door: Door, visitors: int) -> None:
    """Open a page each, stay a moment, leave."""
    pages = await _open(door, visitors)
    await asyncio.sleep(2)
    await asyncio.gather(*(page.close() for page in pages))


async def _open(door: Door, count: int) -> list[ClientConnection]:
    return [await _visit(door) for _ in range(count)]


async def _visit(door: Door) -> ClientConnection:
    """One page with its socket, as a browser keeps it."""
    page = await asyncio.to_thread(_page, door)
    found = re.search(r"'client_id': '([0-9a-f-]+)'", page)
    assert found, page[:300]
    query = (
        f"EIO=4&transport=websocket&implicit_handshake=true&client_id={found[1]}"
        f"&tab_id={uuid.uuid4()}&document_id={uuid.uuid4()}&next_message_id=0"
    )
    address = f"ws://127.0.0.1:{door.port}/_nicegui_ws/socket.io/?{query}"
    origin = Origin(f"http://127.0.0.1:{door.port}")
    socket = await connect(address, additional_headers=door.headers, origin=origin, max_size=None)
    await socket.recv()
    await socket.send("40")
    socket.listening = asyncio.create_task(_listen(socket))  # type: ignore[attr-defined]
    return socket


def _page(door: Door) -> str:
    wire = Wire(door.port, door.headers)
    reply = wire.get(door.path)
    wire.close()
    assert reply.status == 200, reply.status
    return reply.body.decode()


async def _listen(socket: ClientConnection) -> None:
    """Answer the server's pings, and throw away what it draws."""
    with contextlib.suppress(Exception):
        async for message in socket:
            if message == "2":
                await socket.send("3")


def _pss(served: Served) -> float:
    process = psutil.Process(served.pid)
    return sum(float(one.memory_full_info().pss) for one in (process, *process.children(recursive=True))) / 2**20
