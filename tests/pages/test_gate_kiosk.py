"""The gate and paired tablets: what one needs to wait and to let somebody sign, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from pages.server.guests import open_routes
from tests.pages.knocking import DESK, LAN, PAIRED, SIGNED_IN, Inner, knock, make_gate
from tests.pages.test_gate_network import OFF_LIMITS

PARTS = {"token": "Abc-123_x", "file": "plain.css", "stamp": "0123456789", "rest": "3.18.0/static/nicegui.js"}
OWN = {"/kiosk", "/kiosk/leave", "/assets/0123456789/linework.css", "/_nicegui/3.18.0/static/nicegui.js"}
OWN |= {"/_nicegui_ws/socket.io/"}
MORE_OFF_LIMITS = [
    "/kiosk/",
    "/kiosk/more",
    "/kiosk/leave/",
    "/assets/xyz/linework.css",
    "/assets/0123456789/../../run.py",
    "/_nicegui",
    "/_nicegui/",
    "/_nicegui/../clients",
    "/_nicegui/3.18.0//clients",
    "/_nicegui/..%2fclients",
    "/_nicegui_ws",
    "/_nicegui_ws/x",
    "/_nicegui_ws/socket.io/more",
    "/consent",
    "/consent/CS-0001",
    "/consent/CS-0001/paper.pdf",
    "/staff",
    "/profile",
    "/scan",
]


def address(path: str) -> str:
    for name, part in PARTS.items():
        path = path.replace("{" + name + "}", part)
    return path


@pytest.mark.parametrize("staff", [0, 1], ids=["guests only", "staff too"])
@pytest.mark.parametrize("path", [path for path in [*OFF_LIMITS, *MORE_OFF_LIMITS] if path not in OWN])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_a_tablet_sees_the_same_nothing_everywhere_else(path: str, method: str, staff: int) -> None:
    inner = Inner()
    gate = make_gate(inner, lan__staff=staff)
    usual = await knock(gate, LAN, "/nothing-at-all", **PAIRED)
    reply = await knock(gate, LAN, path, method, **PAIRED)
    assert reply.shape == usual.shape
    assert usual.status == 404
    assert inner.reached == []


@pytest.mark.parametrize("route", [*open_routes().guest, *open_routes().kiosk], ids=lambda route: route.path)
async def test_a_tablet_reaches_what_it_needs(route: Any) -> None:
    gate = make_gate()
    for method in route.methods:
        reply = await knock(gate, LAN, address(route.path), method, origin="http://127.0.0.1:8322", **PAIRED)
        assert reply.status == 200


@pytest.mark.parametrize("path", ["/_nicegui/client/1/upload/2", "/_nicegui/3.18.0/static/nicegui.js"])
async def test_a_tablet_uploads_nothing(path: str) -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), LAN, path, "POST", origin="http://127.0.0.1:8322", **PAIRED)
    assert (reply.status, inner.reached) == (404, [])


async def test_a_tablet_has_its_websocket_and_a_foreign_page_has_not() -> None:
    gate = make_gate()
    ours = await knock(gate, LAN, "/_nicegui_ws/socket.io/", websocket=True, origin="http://127.0.0.1:8322", **PAIRED)
    foreign = await knock(gate, LAN, "/_nicegui_ws/socket.io/", websocket=True, origin="http://evil.example", **PAIRED)
    nobody = await knock(gate, LAN, "/_nicegui_ws/socket.io/", websocket=True, origin="http://127.0.0.1:8322")
    assert (ours.status, foreign.status, nobody.status) == (101, 403, 404)


async def test_the_cookie_of_another_door_makes_no_tablet() -> None:
    reply = await knock(make_gate(), LAN, "/kiosk", cookie=f"{DESK.tablet_cookie}=good")
    assert reply.status == 404


async def test_signed_in_at_the_desk_one_is_oneself_and_waiting_it_is_the_tablet() -> None:
    both: dict[str, Any] = {"cookie": f"{PAIRED['cookie']}; {SIGNED_IN['cookie']}"}
    gate = make_gate(lan__staff=1)
    assert (await knock(gate, LAN, "/clients", **both)).status == 200
    assert (await knock(gate, LAN, "/kiosk", **both)).status == 200
    assert (await knock(gate, LAN, "/kiosk/more", **both)).status == 404
