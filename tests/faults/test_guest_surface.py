"""A phone on the studio's network reaches exactly what guest_routes.toml lists: crawled and guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from pages.server.guests import open_routes
from run import rooms
from tests.faults.running import Running

pytestmark = pytest.mark.faults
VARYING = {"date"}
WORDS = [
    "/",
    "/index.html",
    "/admin",
    "/login",
    "/login/code",
    "/login/forgot",
    "/login/step",
    "/login/pin",
    "/login/unlock",
    "/login/desk",
    "/lock",
    "/logout",
    "/setup",
    "/wp-login.php",
    "/.env",
    "/.git/config",
    "/robots.txt",
    "/favicon.ico",
    "/sitemap.xml",
    "/docs",
    "/redoc",
    "/openapi.json",
    "/api",
    "/api/",
    "/api/v1",
    "/api/v1/clients",
    "/api/v1/users",
    "/api/v1/journal",
    "/api/v1/auth/token",
    "/api/v1/openapi.json",
    "/api/docs",
    "/clients",
    "/clients/CL-0001",
    "/inbox",
    "/calendar",
    "/bookings/B-1",
    "/pieces/P-1",
    "/waitlist",
    "/walk-ins",
    "/artists",
    "/artists/A-1",
    "/consent",
    "/consent/templates",
    "/documents",
    "/inventory",
    "/inventory/I-1",
    "/purchases",
    "/hygiene",
    "/recall",
    "/scan",
    "/checkout",
    "/till",
    "/till/1",
    "/finance",
    "/expenses",
    "/settlements",
    "/quotes",
    "/invoices",
    "/reports",
    "/reports/day",
    "/audit",
    "/backup",
    "/plugins",
    "/settings",
    "/staff",
    "/profile",
    "/x/p/page",
    "/c/",
    "/c/token/more",
    "/d/token",
    "/kiosk",
    "/join",
    "/idea",
    "/check-in",
    "/kiosk/leave",
    "/pair/",
    "/pair/token/more",
    "/install",
    "/catalog",
    "/lobby",
    "/feed/token.ics",
    "/r",
    "/r/",
    "/r/a/b",
    "/R/abc",
    "/static",
    "/static/",
    "/static/..",
    "/healthz/",
    "/_nicegui",
    "/_nicegui/",
    "/_nicegui/3.18.0/static/nicegui.js",
    "/_nicegui/3.18.0/components/x",
    "/_nicegui/client/1/upload/2",
    "/_nicegui_ws/socket.io/?EIO=4&transport=polling",
    "/assets/0000000000/linework.css",
    "/linework.db",
    "/linework.key",
    "/files/",
    "/logs/linework.log",
    "/metrics",
    "/status",
    "/health",
    "/debug",
    "/console",
    "/server-status",
    "/%2e%2e/run.py",
    "/r/%2e%2e/clients",
    "/r/..%2fclients",
    "/static/%2e%2e%2frun.py",
]


def declared() -> Iterator[str]:
    """Every address the rooms declare, with something in place of each part that varies."""
    for room in rooms().screens.values():
        paths = [screen.path for screen in room.screens]
        paths += [route.path for router in room.plain for route in router.routes]
        paths += [f"/api/v1{route.path}" for router in room.api for route in router.routes]
        yield from (re.sub(r"\{[^}]+\}", "CL-0001", path) for path in paths)


def shape(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    """All that could tell one refusal from another."""
    return answer.status_code, answer.content, {k: v for k, v in answer.headers.items() if k not in VARYING}


@pytest.fixture(scope="module")
def phone(running: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{running.lan_port}", follow_redirects=False) as client:
        yield client


def test_everything_else_is_the_same_nothing(phone: httpx.Client) -> None:
    usual = shape(phone.get("/nothing-of-the-kind"))
    assert usual[0] == 404
    routes = open_routes()
    asked = {path for path in {*WORDS, *declared()} if not routes.find(path, "GET", "guest")}
    assert len(asked) > 100
    different = [
        f"{method} {path}"
        for path in sorted(asked)
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
        if not routes.find(path, method, "guest") and shape(phone.request(method, path)) != usual
    ]
    assert different == []


def test_a_cookie_or_a_bearer_changes_nothing(phone: httpx.Client, running: Running) -> None:
    usual = shape(phone.get("/nothing-of-the-kind"))
    forged = {"cookie": f"linework_{running.lan_port}=x; linework_{running.port}=x", "authorization": "Bearer x"}
    assert [path for path in WORDS[:30] if shape(phone.get(path, headers=forged)) != usual] == []


def test_what_a_phone_may_read_names_only_what_a_phone_may_reach(phone: httpx.Client) -> None:
    """Crawl from the form's own address; every address found is open, and nothing found leads elsewhere."""
    waiting, seen = ["/r/no-such-code", "/healthz"], set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        body = phone.get(path).text
        found = re.findall(r"""(?:href|src|action|url\()=?["']?(/[^"')\s>]*)""", body)
        waiting.extend(set(found) - seen - set(waiting))
    assert any(path.startswith("/static/") for path in seen)
    assert [path for path in seen if not open_routes().find(path.split("?")[0], "GET", "guest")] == []
    assert [path for path in seen if path.startswith("/static/") and phone.get(path).status_code != 200] == []
