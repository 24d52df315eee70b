"""On a server one proxy is believed; whoever else claims to speak for a visitor is not."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.types import ASGIApp

from pages.server.behind import Behind, proxied_door
from pages.server.serving import Desk, listeners_for
from tests.pages.knocking import DESK, SIGNED_IN, Inner, Reply, knock, make_gate

PROXY = "10.0.0.2"
DOOR = proxied_door(8321)
SAID: dict[str, Any] = {
    "x_forwarded_for": "6.6.6.6, 203.0.113.9",
    "x_forwarded_proto": "https",
    "x_forwarded_host": "studio.example",
}


async def through(app: ASGIApp, path: str, method: str = "GET", *, client: str = PROXY, **headers: Any) -> Reply:
    return await knock(app, DOOR, path, method, client=client, **headers)


async def test_the_proxy_says_who_asks_by_which_name_and_how() -> None:
    gate, seen = make_gate(), []

    async def screens(scope: Any, receive: Any, send: Any) -> None:
        seen.append((scope["linework.actor"].address, scope["scheme"], scope["linework.zone"]))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    gate.screens = screens
    reply = await through(Behind(gate, PROXY), "/clients", **SAID, **SIGNED_IN)
    assert reply.status == 200
    assert seen == [("203.0.113.9", "https", "lan")]
    assert "wss://studio.example" in reply.headers["content-security-policy"]


async def test_nobody_but_the_proxy_is_heard_at_its_door() -> None:
    inner = Inner()
    behind = Behind(make_gate(inner), PROXY)
    for client in ("10.0.0.3", "127.0.0.1", ""):
        assert (await through(behind, "/healthz", client=client, **SAID)).status == 403
    assert inner.reached == []


async def test_without_a_proxy_its_words_count_for_nothing() -> None:
    reply = await knock(make_gate(), DESK, "/clients", client="127.0.0.1", **SAID, **SIGNED_IN)
    assert reply.status == 200
    assert "studio.example" not in reply.headers["content-security-policy"]


async def test_wizard_and_desk_stay_out_of_reach_from_outside() -> None:
    behind = Behind(make_gate(empty=True), PROXY)
    assert (await through(behind, "/setup", **SAID)).headers["location"] == "/login?next=/setup"
    assert (await through(behind, "/setup")).headers["location"] == "/login?next=/setup"


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://studio.example", 101), ("http://studio.example", 403), ("https://evil.example", 403), (None, 403)],
)
async def test_pages_of_the_outer_name_alone_open_a_websocket(origin: str | None, status: int) -> None:
    behind = Behind(make_gate(), PROXY)
    reply = await through(behind, "/_nicegui_ws/", websocket=True, origin=origin, **SAID, **SIGNED_IN)
    assert reply.status == status


@pytest.mark.parametrize("host", ["evil.example/x", "a b", "x" * 300, "studio.example, evil.example"])
async def test_a_name_that_is_none_is_not_taken_over(host: str) -> None:
    said = {**SAID, "x_forwarded_host": host}
    reply = await through(Behind(make_gate(), PROXY), "/clients", **said, **SIGNED_IN)
    assert "evil" not in reply.headers["content-security-policy"]


def test_a_proxy_on_this_computer_takes_the_desks_place() -> None:
    """Else a proxy that forgets its headers would let the whole internet sit at the desk."""
    gate = make_gate()
    assert [one.door.zone for one in listeners_for(gate, Desk(8321))] == ["desk"]
    assert [one.door.zone for one in listeners_for(gate, Desk(8321, "127.0.0.1"))] == ["lan"]
