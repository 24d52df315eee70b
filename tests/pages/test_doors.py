"""The network's door opens, moves and closes as the owner sets it, while the desk goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from pages.server.door import Door
from pages.server.lan import Lan
from pages.server.listener import Listener, PortIsBusy
from pages.server.patient import UNCLEAR
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep import lan as network
from studio.upkeep.actions import change_setting
from tests.patience import WITHIN, until
from tests.ports import free_port


async def zone(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the zone its listener wrote."""
    said = f"{scope['linework.zone']} {scope['linework.door'].port}".encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(said)).encode())]}
    )
    await send({"type": "http.response.body", "body": said})


async def ask(port: int) -> str:
    """What the door on this port says, or nothing."""
    async with httpx.AsyncClient() as client:
        try:
            return (await client.get(f"http://127.0.0.1:{port}/")).text
        except httpx.TransportError:  # refused, or let go of while closing
            return ""


@pytest.fixture
async def lan(studio: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Lan]:
    monkeypatch.setattr(network, "lan_addresses", list)
    made = Lan(zone, studio)
    yield made
    await made.close()


async def change(key: str, value: Any) -> None:
    await asyncio.to_thread(perform, CONSOLE, change_setting, key, value)


async def test_the_network_is_off_until_the_owner_says_so_and_follows_live(lan: Lan) -> None:
    first, second = free_port(), free_port()
    await change("lan.port", first)
    await lan.follow()
    assert await ask(first) == ""
    await change("lan.enabled", True)
    await until(lambda: ask(first))
    assert await ask(first) == f"lan {first}"
    await change("lan.port", second)
    await until(lambda: ask(second))
    assert await ask(first) == ""
    await change("lan.enabled", False)

    async def gone() -> bool:
        return not await ask(second)

    await until(gone)


async def test_a_port_in_use_is_told_and_leaves_nothing_open(studio: House) -> None:
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    with pytest.raises(PortIsBusy):
        await Listener(zone, Door("desk", port), ("127.0.0.1",)).open()
    assert await ask(port) == f"desk {port}"
    await desk.close()
    assert await ask(port) == ""


async def test_a_visitor_who_says_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.server.patient.HEADERS_WITHIN", 0.1)
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    assert await asyncio.wait_for(reader.read(), WITHIN) == b""
    writer.close()
    await desk.close()


async def test_who_falls_silent_in_a_later_request_is_let_go_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.server.patient.HEADERS_WITHIN", 0.2)
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b"200" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), WITHIN)
    await asyncio.sleep(0.4)
    writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
    rest = await asyncio.wait_for(reader.read(), WITHIN)
    assert b"HTTP/1.1" not in rest
    writer.close()
    await desk.close()


@pytest.mark.parametrize("sent", [b"\x16\x03\x01\x02\x00", b"<script> / HTTP/1.1\r\n\r\n", b"GET / HTTP/9\r\n\r\n"])
async def test_what_is_no_http_is_told_so_under_the_usual_headers(sent: bytes) -> None:
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent + b"\r\n\r\n")
    head, _, body = (await asyncio.wait_for(reader.read(), 5)).partition(b"\r\n\r\n")
    names = {line.partition(b":")[0].lower() for line in head.split(b"\r\n")[1:]}
    assert (head.split(b"\r\n")[0], body) == (b"HTTP/1.1 400 Bad Request", UNCLEAR)
    assert {b"x-content-type-options", b"x-frame-options", b"content-security-policy", b"cache-control"} <= names
    writer.close()
    await desk.close()


async def test_endless_headers_are_cut() -> None:
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-More: 1\r\n" * 100_000)
    try:
        heard = await asyncio.wait_for(reader.read(), WITHIN)
    except ConnectionResetError:
        heard = b""
    assert heard == b""
    writer.close()
    await desk.close()


async def test_a_long_conversation_is_no_endless_header() -> None:
    port = free_port()
    desk = Listener(zone, Door("desk", port), ("127.0.0.1",))
    await desk.open()
    async with httpx.AsyncClient() as client:
        for _ in range(100):
            answer = await client.get(f"http://127.0.0.1:{port}/", headers={"x-large": "x" * 8000})
            assert answer.text == f"desk {port}"
    await desk.close()
