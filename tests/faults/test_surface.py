"""Every address of the real application, asked for by everybody: who gets it, who does not, under which headers."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from run import rooms
from studio.kernel.permissions import PEOPLE
from tests.faults.threatened import NOBODY, TABLET, Threatened

pytestmark = pytest.mark.faults
SURFACE = tomllib.loads((Path(__file__).parents[1] / "architecture" / "surface.toml").read_text("utf-8"))
EVERYBODY = {NOBODY, TABLET, *PEOPLE}
FEW = [NOBODY, TABLET, "owner", "viewer"]
GOT, REFUSED = {200, 204}, {303, 401, 403, 404}
NO_STORE = "no-store"


def addresses() -> dict[str, list[str]]:
    """What the rooms declare, by group."""
    found: dict[str, list[str]] = {"screens": [], "plain": [], "api": []}
    for room in rooms().screens.values():
        found["screens"] += [screen.path for screen in room.screens]
        found["plain"] += [one.path for router in room.plain for one in router.routes if "GET" in one.methods]
        found["api"] += [one.path for router in room.api for one in router.routes if "GET" in one.methods]
    return found


ASKED = [(group, path) for group, paths in SURFACE.items() for path in paths]


def test_every_address_is_written_down_and_no_other() -> None:
    assert {group: Counter(paths) for group, paths in addresses().items()} == {
        group: Counter(list(paths)) for group, paths in SURFACE.items()
    }


def filled(risk: Threatened, path: str) -> str:
    """The address of something that is there."""
    packet = risk.things["packet"] if path.startswith("/consent") else risk.things["client"]
    known = {
        "code": packet,
        "client": risk.things["client"],
        "kept": risk.things["client"],
        "other": risk.things["second"],
        "form_id": risk.things["registration"],
        "registration_id": risk.things["registration"],
        "ceremony_id": risk.things["ceremony"],
        "alert_id": risk.things["alert"],
        "user_id": risk.ids["artist"],
        "token": risk.things["token"],
    }
    said = re.sub(r"\{(\w+)\}", lambda part: known.get(part[1], "1"), path)
    return f"{said}?q=an" if path.endswith("/search") else said


def who_gets(risk: Threatened, group: str, path: str, roles: list[str]) -> Iterator[tuple[str, httpx.Response]]:
    for role in roles:
        if group == "api" and role == TABLET:
            continue
        with risk.program(role) if group == "api" else risk.browser(role) as visitor:
            yield role, visitor.get(filled(risk, path))


def judge(risk: Threatened, group: str, path: str, roles: list[str]) -> None:
    said = SURFACE[group][path]
    meant = EVERYBODY if said == "everybody" else set(said.split())
    answers = list(who_gets(risk, group, path, roles))
    assert {role: answer.status_code in GOT for role, answer in answers} == {
        role: role in meant for role, _ in answers
    }, path
    assert {answer.status_code for _, answer in answers} <= GOT | REFUSED, path
    for role, answer in answers:
        assert sealed(answer) == [], (path, role)


@pytest.mark.parametrize(("group", "path"), [one for one in ASKED if one[0] != "screens"], ids="".join)
def test_files_pages_and_programs_answers_are_for_those_who_may(
    studio_at_risk: Threatened, group: str, path: str
) -> None:
    judge(studio_at_risk, group, path, sorted(EVERYBODY))


@pytest.mark.parametrize("path", SURFACE["screens"])
def test_a_screen_is_for_those_who_may(studio_at_risk: Threatened, path: str) -> None:
    judge(studio_at_risk, "screens", path, FEW)


@pytest.mark.long
@pytest.mark.parametrize("path", SURFACE["screens"])
def test_a_screen_is_for_those_who_may_whatever_their_role(studio_at_risk: Threatened, path: str) -> None:
    judge(studio_at_risk, "screens", path, sorted(EVERYBODY - set(FEW)))


def sealed(answer: httpx.Response) -> list[str]:
    """Which of the headers every answer carries are missing or say something else."""
    said = answer.headers
    policy = said.get("content-security-policy", "")
    holds = {
        "nosniff": said.get("x-content-type-options") == "nosniff",
        "frames": said.get("x-frame-options") == "DENY" and "frame-ancestors 'none'" in policy,
        "policy": "default-src" in policy and "object-src *" not in policy,
        "referrer": said.get("referrer-policy") in ("same-origin", "no-referrer"),
        "opener": said.get("cross-origin-opener-policy") == "same-origin",
        "resource": said.get("cross-origin-resource-policy") == "same-origin",
        "permissions": "geolocation=()" in said.get("permissions-policy", ""),
        "stored": NO_STORE in said.get("cache-control", "") or "immutable" in said.get("cache-control", ""),
        "once": all(len(said.get_list(name)) == 1 for name in ("content-security-policy", "cache-control")),
        "server": "server" not in said,
    }
    return [name for name, kept in holds.items() if not kept]


ERRORS: list[tuple[str, str, dict[str, str], bytes]] = [
    ("GET", "/no-such-page", {}, b""),
    ("GET", "/clients/CL-9999", {}, b""),
    ("GET", "/static/no-such-file.css", {}, b""),
    ("GET", "/_nicegui/nothing", {}, b""),
    ("GET", "/_nicegui_ws/socket.io/?EIO=4&transport=polling&sid=made-up", {}, b""),
    ("GET", "/favicon.ico", {}, b""),
    ("GET", "/clients", {"host": "evil.example"}, b""),
    ("POST", "/login", {"origin": "http://evil.example"}, b"a=b"),
    ("POST", "/login", {"content-type": "application/x-www-form-urlencoded"}, b"email=x"),
    ("POST", "/setup", {}, b"a=b"),
    ("PUT", "/clients", {}, b""),
    ("DELETE", "/healthz", {}, b""),
    ("OPTIONS", "/api/v1/clients", {}, b""),
    ("TRACE", "/", {}, b""),
    ("BREW", "/", {}, b""),
    ("POST", "/api/v1/clients", {"authorization": "Bearer x"}, b"{"),
    ("GET", "/api/v1/openapi.json", {}, b""),
    ("GET", "/api/docs", {}, b""),
    ("HEAD", "/healthz", {}, b""),
    ("POST", "/incidents", {}, b"{"),
]


@pytest.mark.parametrize(("method", "path", "headers", "body"), ERRORS, ids=lambda said: str(said)[:40])
def test_errors_carry_the_headers_too(
    studio_at_risk: Threatened, method: str, path: str, headers: dict[str, str], body: bytes
) -> None:
    for role, lan in ((NOBODY, False), (NOBODY, True), ("owner", False), (TABLET, True)):
        with studio_at_risk.browser(role, lan=lan) as visitor:
            answer = visitor.request(method, path, headers=headers, content=body)
            assert answer.status_code < 500
            assert sealed(answer) == [], (role, lan)


def test_every_file_a_page_names_carries_them_and_may_be_kept_for_ever(studio_at_risk: Threatened) -> None:
    with studio_at_risk.browser("owner") as visitor:
        named = set(
            re.findall(r"""(?:src|href)=["'](/[^"']+\.(?:js|css|woff2|png|svg)[^"']*)""", visitor.get("/").text)
        )
        assert len(named) > 4
        for path in named:
            answer = visitor.get(path)
            assert (answer.status_code, sealed(answer)) == (200, []), path
