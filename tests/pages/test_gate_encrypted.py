"""Once the owner wants encrypted pages, the plain door serves guests' phones and shows tablets and staff the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pages.gate import Gate, Knowledge
from pages.server.door import Door
from studio.kernel.actor import Actor
from tests.pages.knocking import (
    DESK,
    LAN,
    OWNER,
    PAIRED,
    SECURE,
    SETTINGS,
    SIGNED_IN,
    Inner,
    knock,
    make_gate,
    plain_ones,
)

GUESTS = ("/r/abc", "/c/abc", "/healthz", "/install", "/install/studio.crt", "/static/plain.css")


@pytest.mark.parametrize("path", GUESTS)
async def test_a_guests_phone_needs_no_certificate(path: str) -> None:
    for door in (LAN, SECURE):
        assert (await knock(make_gate(lan__tls=1, lan__staff=1), door, path)).status == 200


async def test_staff_are_led_from_the_plain_door_and_come_in_by_the_encrypted_one() -> None:
    inner = Inner()
    gate = make_gate(inner, lan__tls=1, lan__staff=1)
    for path in ("/clients?q=a", "/login", "/", "/scan"):
        reply = await knock(gate, LAN, path, **SIGNED_IN)
        assert (reply.status, reply.headers["location"].split("=")[0]) == (303, "/install?next")
    assert (await knock(gate, LAN, "/login", "POST", origin="http://127.0.0.1:8322")).status == 404
    assert (await knock(gate, LAN, "/api/v1/clients", authorization="Bearer good")).status == 404
    assert (await knock(gate, LAN, "/_nicegui_ws/", websocket=True, **SIGNED_IN)).status == 404
    assert inner.reached == []
    assert (await knock(gate, SECURE, "/clients", **SIGNED_IN)).status == 200
    assert (await knock(gate, SECURE, "/clients")).headers["location"] == "/login?next=/clients"


async def test_encrypted_pages_alone_let_no_staff_in_from_the_network() -> None:
    gate = make_gate(lan__tls=1)
    for door in (LAN, SECURE):
        nothing = await knock(gate, door, "/nothing-at-all")
        assert (await knock(gate, door, "/clients", **SIGNED_IN)).shape == nothing.shape
        assert nothing.status == 404


async def test_a_tablet_paired_before_is_told_to_pair_again_and_reaches_nothing_in_the_open() -> None:
    inner = Inner()
    gate = make_gate(inner, lan__tls=1)
    assert (await knock(gate, LAN, "/kiosk", **PAIRED)).headers["location"] == "/install?next=/kiosk"
    assert (await knock(gate, LAN, "/pair/abc")).headers["location"] == "/install"
    assert (await knock(gate, LAN, "/pair/abc", "POST", origin="http://127.0.0.1:8322")).status == 404
    assert (await knock(gate, LAN, "/_nicegui_ws/", websocket=True, **PAIRED)).status == 404
    assert inner.reached == []
    nobody = await knock(gate, LAN, "/kiosk")
    assert nobody.shape == (await knock(gate, LAN, "/nothing-at-all")).shape
    assert (await knock(gate, SECURE, "/kiosk", **PAIRED)).status == 200
    assert (await knock(gate, SECURE, "/pair/abc", "POST", origin="https://127.0.0.1:8323")).status == 200


async def test_the_encrypted_door_opens_its_websocket_to_its_own_pages_alone() -> None:
    gate = make_gate(lan__tls=1, lan__staff=1)
    for origin, status in {
        "https://127.0.0.1:8323": 101,
        "http://127.0.0.1:8323": 403,
        "https://evil.example": 403,
    }.items():
        assert (await knock(gate, SECURE, "/_nicegui_ws/", websocket=True, origin=origin, **SIGNED_IN)).status == status
    page = await knock(gate, SECURE, "/clients", **SIGNED_IN)
    assert "connect-src 'self' wss://127.0.0.1:8323" in page.headers["content-security-policy"]


@pytest.mark.parametrize(("door", "status"), [(DESK, 200), (SECURE, 303), (LAN, 303)])
async def test_a_role_for_the_desk_alone_is_nobody_on_the_network(door: Door, status: int) -> None:
    gate = desk_only()
    assert (await knock(gate, door, "/clients", **SIGNED_IN)).status == status
    assert (await knock(gate, door, "/api/v1/x", authorization="Bearer good")).status == (200 if door is DESK else 401)


async def test_who_acts_carries_the_door_they_came_through() -> None:
    seen: list[Any] = []
    gate = make_gate(lan__staff=1)

    async def screens(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["linework.actor"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    gate.screens = screens
    for door in (DESK, LAN):
        await knock(gate, door, "/clients", **SIGNED_IN)
    assert seen == [replace(OWNER, address="127.0.0.1", zone=zone) for zone in ("desk", "lan")]


def desk_only() -> Gate:
    """A gate whose studio keeps this role at the desk."""
    inner = Inner()
    known = {**SETTINGS, "lan.staff": 1}

    def who(token: str) -> Actor | None:
        return OWNER if token == "good" else None

    knows = Knowledge(who, who, lambda: False, known.__getitem__, enters=lambda actor: actor is not OWNER)
    gate = Gate(inner.plain(), inner.screens, knows)
    gate.dispatch.is_plain = plain_ones  # type: ignore[assignment]  # the stand-in knows every path
    return gate


async def test_an_arrival_from_the_network_is_told_and_this_computers_own_is_not() -> None:
    told: list[bool] = []
    inner = Inner()
    knows = Knowledge(lambda _: None, lambda _: None, lambda: False, SETTINGS.__getitem__, arrived=told.append)
    gate = Gate(inner.plain(), inner.screens, knows)
    gate.dispatch.is_plain = plain_ones  # type: ignore[assignment]  # as above
    await knock(gate, LAN, "/install", client="192.168.1.77")
    await knock(gate, SECURE, "/install", client="192.168.1.77")
    await knock(gate, LAN, "/install")
    await knock(gate, DESK, "/install", client="192.168.1.77")
    assert told == [False, True]
