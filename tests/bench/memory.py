"""W11: memory of the serving process: idle, per open page, and after two hundred visitors have left."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
import uuid
from collections.abc import Iterator

import psutil
from websockets.asyncio.client import ClientConnection, connect

from pages.screens import RECONNECT
from tests.bench.figures import Figure
from tests.bench.served import Served, bare, product
from tests.bench.studio import Studio
from tests.bench.wire import Wire

IDLE_MIB, BESIDE_GOAL, PAGE_GOAL, LEFT_GOAL = 110, 2, 1, 1.1
PAGES, LEFT_REST = 20, 60


def remembering(studio: Studio, visitors: int, rest: float) -> Iterator[Figure]:
    """Proportional set size, so that libraries shared with other processes count once."""
    if not hasattr(psutil.Process().memory_full_info(), "pss"):
        raise LookupError("proportional set sizes are known on Linux only")
    with product(studio.folder) as served, bare() as beside:
        _warm(served, studio)
        idle, base = _pss(served), _pss(beside)
        note = f"{idle:.0f} MiB beside {base:.0f}; the goal is met by {IDLE_MIB} MiB as well"
        goal = max(BESIDE_GOAL, IDLE_MIB / base)
        yield Figure("W11 idle", idle, "MiB", goal, base, note)
        asyncio.run(_crowd(served, studio, PAGES))
        time.sleep(rest)
        before = _pss(served)
        per_page = asyncio.run(_per_page(served, studio))
        yield Figure("W11 an open page of clients", per_page, "MiB", PAGE_GOAL)
        asyncio.run(_crowd(served, studio, visitors))
        time.sleep(rest)
        after = _pss(served)
        goal_left = LEFT_GOAL if rest >= LEFT_REST else None  # a quick run does not wait long enough to judge
        note = f"a page waits {RECONNECT:.0f} s for its visitor to come back"
        yield Figure(f"W11 {rest:.0f} s after {visitors} visitors left", after, "MiB", goal_left, before, note)


def _warm(served: Served, studio: Studio) -> None:
    wire = Wire(served.port, _cookie(served, studio))
    for path in ("/login", "/clients", "/"):
        wire.get(path)
    wire.close()


async def _per_page(served: Served, studio: Studio) -> float:
    before = _pss(served)
    pages = await _open(served, studio, PAGES)
    await asyncio.sleep(2)
    grown = (_pss(served) - before) / PAGES
    await asyncio.gather(*(page.close() for page in pages))
    return grown


async def _crowd(served: Served, studio: Studio, visitors: int) -> None:
    """Open a page each, stay a moment, leave."""
    pages = await _open(served, studio, visitors)
    await asyncio.sleep(2)
    await asyncio.gather(*(page.close() for page in pages))


async def _open(served: Served, studio: Studio, count: int) -> list[ClientConnection]:
    return [await _visit(served, studio) for _ in range(count)]


async def _visit(served: Served, studio: Studio) -> ClientConnection:
    """One page of clients with its socket, as a browser keeps it."""
    cookie = _cookie(served, studio)
    page = await asyncio.to_thread(_page, served, cookie)
    found = re.search(r"'client_id': '([0-9a-f-]+)'", page)
    assert found, page[:300]
    query = (
        f"EIO=4&transport=websocket&implicit_handshake=true&client_id={found[1]}"
        f"&tab_id={uuid.uuid4()}&document_id={uuid.uuid4()}&next_message_id=0"
    )
    address = f"ws://127.0.0.1:{served.port}/_nicegui_ws/socket.io/?{query}"
    socket = await connect(address, additional_headers=cookie, origin=served.url, max_size=None)  # type: ignore[arg-type]
    await socket.recv()
    await socket.send("40")
    socket.listening = asyncio.create_task(_listen(socket))  # type: ignore[attr-defined]
    return socket


def _page(served: Served, cookie: dict[str, str]) -> str:
    wire = Wire(served.port, cookie)
    reply = wire.get("/clients")
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


def _cookie(served: Served, studio: Studio) -> dict[str, str]:
    return {"Cookie": f"linework_{served.port}={studio.cookie}"}
