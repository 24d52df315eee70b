"""The gate: who gets in, by which door, from where."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.pages.knocking import DESK, LAN, SIGNED_IN, Inner, knock, make_gate

FOREIGN_ORIGINS = [
    "null",
    "http://evil.example",
    "http://127.0.0.1:9999",
    "https://127.0.0.1:8321",
    "http://127.0.0.1",
    "http://127.0.0.1:8321.evil.example",
    "http://127.0.0.1:8321@evil.example",
    "http://evil.example:8321",
    "http://localhost.evil.example:8321",
    "file://",
    "",
    "http://[::1]:9",
    "chrome-extension://abc",
]
FOREIGN_HOSTS = [
    "evil.example",
    "evil.example:8321",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1:8321.evil.example",
    "127.0.0.1:8321@evil.example",
    "localhost.evil.example:8321",
    "127.0.0.2:8321",
    "192.168.1.20:8321",
    "[::2]:8321",
    "",
    None,
]
WAYS: dict[str, dict[str, Any]] = {
    "websocket": {"path": "/_nicegui_ws/socket.io/", "websocket": True},
    "polling": {"path": "/_nicegui_ws/socket.io/?transport=polling", "method": "GET"},
    "polling post": {"path": "/_nicegui_ws/socket.io/?transport=polling", "method": "POST"},
    "form": {"path": "/login", "method": "POST", "content_type": "application/x-www-form-urlencoded"},
    "upload": {"path": "/_nicegui/client/1/upload/2", "method": "POST", "content_type": "multipart/form-data"},
    "patch": {"path": "/clients/CL-0001", "method": "PATCH"},
}


@pytest.mark.parametrize(("way", "origin"), list(itertools.product(WAYS, FOREIGN_ORIGINS)))
async def test_a_foreign_origin_gets_nowhere_even_signed_in(way: str, origin: str) -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), DESK, **WAYS[way], origin=origin, **SIGNED_IN)
    assert (reply.status, inner.reached) == (403, [])


@pytest.mark.parametrize(("way", "host"), list(itertools.product(WAYS, FOREIGN_HOSTS)))
async def test_a_host_we_do_not_know_gets_nowhere(way: str, host: str | None) -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), DESK, **WAYS[way], host=host, origin=f"http://{host}", **SIGNED_IN)
    assert (reply.status, inner.reached) == (403, [])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
async def test_our_own_pages_pass_by_every_way(way: str, name: str) -> None:
    inner = Inner()
    host = f"{name}:{DESK.port}"
    reply = await knock(make_gate(inner), DESK, **WAYS[way], host=host, origin=f"http://{host}", **SIGNED_IN)
    assert reply.status in {101, 200}
    assert len(inner.reached) == 1


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("way", WAYS)
async def test_the_browser_saying_cross_site_is_believed(way: str, site: str) -> None:
    reply = await knock(make_gate(), DESK, **WAYS[way], sec_fetch_site=site, **SIGNED_IN)
    assert reply.status == 403


async def test_a_foreign_referrer_is_refused_when_no_origin_is_said() -> None:
    reply = await knock(make_gate(), DESK, "/login", "POST", referer="http://evil.example/login")
    assert reply.status == 403


async def test_a_form_from_a_page_without_referrer_passes_because_the_browser_vouches() -> None:
    kind = "application/x-www-form-urlencoded"
    own = await knock(
        make_gate(), DESK, "/logout", "POST", origin="null", sec_fetch_site="same-origin", content_type=kind
    )
    forged = await knock(make_gate(), DESK, "/login", "POST", origin="null", content_type=kind)
    leaving = await knock(make_gate(), LAN, "/logout", "POST", origin="null", content_type=kind)
    assert (own.status, forged.status, leaving.status) == (200, 403, 404)


async def test_a_websocket_without_origin_is_no_browser_of_ours() -> None:
    reply = await knock(make_gate(), DESK, "/_nicegui_ws/", websocket=True, **SIGNED_IN)
    assert reply.status == 403


@pytest.mark.parametrize("way", ["websocket", "polling", "upload"])
async def test_without_a_session_no_page_event_and_no_upload(way: str) -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), DESK, **WAYS[way], origin="http://127.0.0.1:8321")
    assert (reply.status, inner.reached) == (401, [])


async def test_a_missing_zone_is_refused() -> None:
    inner = Inner()
    reply = await knock(make_gate(inner), None, "/login")
    assert (reply.status, inner.reached) == (404, [])


async def test_start_up_reaches_nicegui() -> None:
    inner = Inner()
    await make_gate(inner)({"type": "lifespan"}, lambda: None, lambda m: None)  # type: ignore[arg-type,return-value]
    assert inner.reached == ["lifespan"]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/", "/login"),
        ("/clients", "/login?next=/clients"),
        ("/clients?q=a&b=c", "/login?next=/clients%3Fq%3Da%26b%3Dc"),
    ],
)
async def test_strangers_at_the_desk_are_sent_to_sign_in_and_back(path: str, to: str) -> None:
    reply = await knock(make_gate(), DESK, path)
    assert (reply.status, reply.headers["location"]) == (303, to)


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "///x"])
async def test_sending_back_never_leads_away(path: str) -> None:
    reply = await knock(make_gate(), DESK, path)
    after = reply.headers["location"].partition("?next=")[2]
    assert after.startswith("/")
    assert after[1:2] not in {"/", "\\", "%"}


async def test_an_empty_studio_is_set_up_first_and_only_at_the_desk() -> None:
    gate = make_gate(empty=True)
    desk, lan = await knock(gate, DESK, "/"), await knock(gate, LAN, "/setup")
    assert (desk.headers["location"], lan.status) == ("/setup", 404)


async def test_the_api_believes_its_token_and_no_cookie() -> None:
    gate = make_gate()
    cookie = await knock(gate, DESK, "/api/v1/clients", **SIGNED_IN)
    token = await knock(gate, DESK, "/api/v1/clients", authorization="Bearer good")
    wrong = await knock(gate, DESK, "/api/v1/clients", authorization="Bearer bad")
    assert (cookie.status, token.status, wrong.status) == (401, 200, 401)
    assert cookie.headers["content-type"] == "application/problem+json"


async def test_the_cookie_of_another_door_opens_nothing() -> None:
    reply = await knock(make_gate(), DESK, "/clients", cookie="linework_9999=good")
    assert reply.status == 303
