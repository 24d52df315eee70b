"""The gate: how much, how fast, how often, and what it writes on every answer."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from pages.server import body as bodies
from pages.server.headers import PLAIN_POLICY
from tests.pages.knocking import DESK, LAN, OWNER, SIGNED_IN, Inner, knock, make_gate, pieces
from tests.patience import WITHIN, until

OURS = "http://127.0.0.1:8321"
MEBIBYTE = b"x" * 1024 * 1024


async def test_a_body_that_says_it_is_too_large_is_not_even_read() -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), DESK, "/login", "POST", content_length=str(2**30), origin=OURS)
    assert (reply.status, reply.headers["connection"], inner.reached) == (413, "close", [])


@pytest.mark.parametrize("length", ["-1", "1e3", "0x10", " "])
async def test_a_length_that_is_no_number_is_refused(length: str) -> None:
    assert (await knock(make_gate(), DESK, "/login", "POST", content_length=length, origin=OURS)).status == 413


@pytest.mark.parametrize("claim", [None, "10"])
async def test_a_body_larger_than_it_said_is_cut_and_heard_out_only_for_a_moment(
    claim: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "MOST_HEARD", 5 * len(MEBIBYTE))
    read = 0

    async def endless() -> dict[str, Any]:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": MEBIBYTE, "more_body": True}

    reply = await knock(make_gate(), DESK, "/login", "POST", receive=endless, content_length=claim, origin=OURS)
    assert reply.status == 413
    assert read == 2 + 5


async def test_screens_are_capped_too() -> None:
    many = pieces(*[MEBIBYTE] * 33)
    reply = await knock(make_gate(), DESK, "/_nicegui/client/1/upload/2", "POST", body=many, origin=OURS, **SIGNED_IN)
    assert reply.status == 413


async def test_a_program_hands_in_a_file_as_large_as_a_desk_may_and_nothing_else_that_large() -> None:
    token: dict[str, Any] = {"authorization": "Bearer good"}
    for address, status in (("attachments", 200), ("photos", 200), ("notes", 413), ("attachments/1", 413)):
        many = pieces(*[MEBIBYTE] * 20)
        reply = await knock(make_gate(), DESK, f"/api/v1/clients/CL-1/{address}", "POST", body=many, **token)
        assert reply.status == status, address


async def test_what_fits_arrives_whole() -> None:
    reply = await knock(make_gate(), DESK, "/login", "POST", body=pieces(b"a" * 10, b"b" * 10), origin=OURS)
    assert reply.body == b"plain, 20 bytes"


async def test_a_slow_sender_is_shown_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)

    async def never() -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError("nobody speaks")

    reply = await asyncio.wait_for(knock(make_gate(), DESK, "/login", "POST", receive=never, origin=OURS), WITHIN)
    assert (reply.status, reply.headers["connection"]) == (408, "close")


async def test_a_drip_that_never_pauses_is_shown_out_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.1)

    async def drip() -> dict[str, Any]:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    reply = await asyncio.wait_for(knock(make_gate(), DESK, "/login", "POST", receive=drip, origin=OURS), WITHIN)
    assert reply.status == 408


async def test_a_token_may_be_used_thirty_times_a_minute_and_then_waits() -> None:
    gate = make_gate()
    statuses = [(await knock(gate, LAN, "/r/one")).status for _ in range(31)]
    assert statuses == [200] * 30 + [429]
    limited = await knock(gate, LAN, "/r/one")
    assert 1 <= int(limited.headers["retry-after"]) <= 60
    assert (await knock(gate, LAN, "/r/two")).status == 200


async def test_the_limit_is_a_setting() -> None:
    gate = make_gate(limits__guest_per_minute=2)
    assert [(await knock(gate, LAN, "/r/one")).status for _ in range(3)] == [200, 200, 429]


async def test_guessing_addresses_is_slowed_down_on_the_network_and_not_at_the_computer() -> None:
    gate = make_gate(limits__astray_per_minute=5)
    from_phone = [(await knock(gate, LAN, f"/guess{n}", client="192.168.1.77")).status for n in range(6)]
    from_here = [(await knock(gate, LAN, f"/guess{n}")).status for n in range(10)]
    assert from_phone == [404] * 5 + [429]
    assert from_here == [404] * 10
    assert (await knock(gate, LAN, "/healthz", client="192.168.1.77")).status == 200


async def test_an_api_token_has_a_burst_and_then_gets_a_problem() -> None:
    gate = make_gate(limits__api_burst=3, limits__api_per_minute=6)
    replies = [await knock(gate, DESK, "/api/v1/clients", authorization="Bearer good") for _ in range(4)]
    assert [reply.status for reply in replies] == [200, 200, 200, 429]
    assert replies[-1].headers["content-type"] == "application/problem+json"
    assert int(replies[-1].headers["retry-after"]) >= 1


EVERYWHERE = ["/login", "/clients", "/healthz", "/nothing", "/api/v1/clients", "/_nicegui/1/static/x.js", "/r/abc"]


@pytest.mark.parametrize("door", [DESK, LAN], ids=lambda door: door.zone)
@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize("signed_in", [False, True])
async def test_every_answer_carries_the_headers(path: str, door: Any, signed_in: bool) -> None:
    reply = await knock(make_gate(), door, path, **(SIGNED_IN if signed_in else {}))
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert reply.headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert "server" not in reply.headers


async def test_plain_pages_allow_nothing_inline_and_screens_no_more_than_they_need() -> None:
    gate = make_gate()
    plain = (await knock(gate, DESK, "/login")).headers
    screen = (await knock(gate, DESK, "/clients", **SIGNED_IN)).headers
    assert plain["content-security-policy"] == PLAIN_POLICY
    assert "unsafe" not in PLAIN_POLICY
    assert (plain["referrer-policy"], screen["referrer-policy"]) == ("same-origin", "no-referrer")
    assert "connect-src 'self' ws://127.0.0.1:8321;" in screen["content-security-policy"]
    assert "http" not in screen["content-security-policy"]


async def test_only_immutable_static_files_may_be_kept() -> None:
    gate = make_gate()
    page = await knock(gate, DESK, "/clients", **SIGNED_IN)
    static = await knock(gate, DESK, "/_nicegui/1/static/x.js", **SIGNED_IN)
    assert page.headers["cache-control"] == "no-store"
    assert "immutable" in static.headers["cache-control"]


async def test_an_ended_session_loses_its_open_pages_at_once() -> None:
    gate = make_gate()
    arriving: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    arriving.put_nowait({"type": "websocket.connect"})
    page = asyncio.create_task(
        knock(gate, DESK, "/_nicegui_ws/", websocket=True, receive=arriving.get, origin=OURS, **SIGNED_IN)
    )
    await until(lambda: len(gate.sockets) == 1)
    gate.drop([UUID(int=99)])
    await asyncio.sleep(0.05)  # nothing is to happen
    assert not page.done()
    assert OWNER.session_id is not None
    gate.drop([OWNER.session_id])
    reply = await asyncio.wait_for(page, WITHIN)
    assert reply.sent[-1]["type"] == "websocket.close"
    assert len(gate.sockets) == 0


async def test_a_socket_that_floods_is_cut() -> None:
    gate = make_gate()

    async def flood() -> dict[str, Any]:
        await asyncio.sleep(0)
        return {"type": "websocket.receive", "text": "{}"}

    page = knock(gate, DESK, "/_nicegui_ws/", websocket=True, receive=flood, origin=OURS, **SIGNED_IN)
    reply = await asyncio.wait_for(page, WITHIN)
    assert reply.sent[-1]["type"] == "websocket.close"


async def test_phones_at_a_form_are_counted_and_the_desk_is_not() -> None:
    gate = make_gate()
    await knock(gate, DESK, "/login")
    await knock(gate, LAN, "/nothing", client="192.168.1.50")
    assert gate.guests_active() == 0
    await knock(gate, LAN, "/r/abc", client="192.168.1.50")
    await knock(gate, LAN, "/r/abc", client="192.168.1.50")
    await knock(gate, LAN, "/r/def", client="192.168.1.51")
    assert gate.guests_active() == 2
