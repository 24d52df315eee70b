"""The gate on the studio's network: a phone reaches its own addresses and sees the same nothing everywhere else."""

from __future__ import annotations

from typing import Any

import pytest

from pages.server.door import Door
from pages.server.guests import open_routes
from tests.pages.knocking import DESK, LAN, SIGNED_IN, Inner, knock, make_gate

OFF_LIMITS = [
    "/",
    "/login",
    "/logout",
    "/setup",
    "/clients",
    "/clients/CL-0001",
    "/inbox",
    "/settings",
    "/api/v1/clients",
    "/api/docs",
    "/api/v1/openapi.json",
    "/api/v1/auth/token",
    "/_nicegui/3.18.0/static/nicegui.js",
    "/_nicegui_ws/socket.io/",
    "/favicon.ico",
    "/r",
    "/r/",
    "/r/abc/more",
    "/r/../clients",
    "/r/..",
    "/r/%2e%2e/clients",
    "//r/abc",
    "/R/abc",
    "/r/abc/",
    "/r/a b",
    "/r/a\n",
    "/static",
    "/static/",
    "/static/../run.py",
    "/static/a/b",
    "/static/.env",
    "/healthz/",
    "/healthz/x",
    "/docs",
    "/openapi.json",
    "/c",
    "/c/abc/more",
    "/d",
    "/d/",
    "/d/abc/",
    "/d/abc/paper.pdf/more",
    "/join/abc",
    "/kiosk",
    "/kiosk/leave",
    "/pair",
    "/pair/abc/more",
    "/assets/0123456789/linework.css",
    "",
    "*",
    "/\u0000",
    "/r/" + "a" * 201,
]


@pytest.mark.parametrize("path", OFF_LIMITS)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_a_phone_sees_the_same_nothing_everywhere_else(path: str, method: str) -> None:
    inner = Inner()
    gate = make_gate(inner)
    usual = await knock(gate, LAN, "/nothing-at-all")
    reply = await knock(gate, LAN, path, method, **SIGNED_IN)
    assert reply.shape == usual.shape
    assert inner.reached == []


@pytest.mark.parametrize("route", open_routes().guest, ids=lambda route: route.path)
async def test_a_phone_reaches_its_own_addresses(route: Any) -> None:
    gate = make_gate()
    path = route.path.replace("{token}", "Abc-123_x").replace("{file}", "plain.css")
    for method in route.methods:
        assert (await knock(gate, LAN, path, method, origin="http://127.0.0.1:8322")).status == 200


@pytest.mark.parametrize("route", open_routes().guest, ids=lambda route: route.path)
async def test_its_own_addresses_answer_no_other_method(route: Any) -> None:
    inner = Inner()
    gate = make_gate(inner)
    usual = await knock(gate, LAN, "/nothing-at-all")
    path = route.path.replace("{token}", "Abc-123_x").replace("{file}", "plain.css")
    for method in {"GET", "POST", "PUT", "DELETE"} - {*route.methods}:
        reply = await knock(gate, LAN, path, method, origin="http://127.0.0.1:8322", **SIGNED_IN)
        assert (reply.shape, inner.reached) == (usual.shape, []), method


async def test_a_phone_gets_no_websocket_even_with_a_stolen_cookie() -> None:
    reply = await knock(make_gate(), LAN, "/_nicegui_ws/", websocket=True, origin="http://127.0.0.1:8322", **SIGNED_IN)
    assert reply.status == 404


async def test_staff_come_in_from_the_lan_only_when_the_owner_says_so() -> None:
    closed, opened = make_gate(), make_gate(lan__staff=1)
    assert (await knock(closed, LAN, "/clients", **SIGNED_IN)).status == 404
    assert (await knock(opened, LAN, "/clients", **SIGNED_IN)).status == 200
    assert (await knock(opened, LAN, "/clients")).headers["location"] == "/login?next=/clients"
    assert (await knock(opened, LAN, "/setup")).headers.get("location") == "/login?next=/setup"


async def test_the_chosen_address_is_a_host_and_its_neighbour_is_not() -> None:
    gate = make_gate()
    assert (await knock(gate, LAN, "/healthz", host="192.168.1.20:8322")).status == 200
    assert (await knock(gate, LAN, "/healthz", host="192.168.1.21:8322")).status == 403


async def test_forwarding_headers_are_believed_by_nobody() -> None:
    heard: list[bytes] = []
    gate = make_gate()

    async def listening(scope: Any, receive: Any, send: Any) -> None:
        heard.extend(name for name, _ in scope["headers"])

    gate.plain = listening
    await knock(gate, DESK, "/login", x_forwarded_for="10.0.0.1", x_forwarded_prefix="/evil", forwarded="for=1")
    assert heard == [b"host"]


async def test_a_door_on_the_usual_port_answers_without_it() -> None:
    reply = await knock(make_gate(), Door("desk", 80), "/login", host="localhost")
    assert reply.status == 200
