"""Every address of the real application, asked for by everybody: who gets it, who does not, under which headers."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import httpx
import pytest

from run import rooms
from studio.kernel.permissions import PEOPLE
from tests.faults.threatened import NOBODY, TABLET, Threatened

pytestmark = pytest.mark.faults
WRITTEN = Path(__file__).parents[1] / "architecture"
SURFACE = tomllib.loads((WRITTEN / "surface.toml").read_text("utf-8"))
RIGHTS = tomllib.loads((WRITTEN / "rights.toml").read_text("utf-8"))
EVERYBODY = {NOBODY, TABLET, *PEOPLE}
FEW = [NOBODY, TABLET, "owner", "viewer"]
GOT, REFUSED = {200, 204}, {303, 401, 403, 404}
NO_STORE = "no-store"


def addresses() -> dict[str, list[str]]:
    """What the rooms declare besides screens."""
    found: dict[str, list[str]] = {"plain": [], "api": []}
    for room in rooms().screens.values():
        found["plain"] += [one.path for router in room.plain for one in router.routes if "GET" in one.methods]
        found["api"] += [one.path for router in room.api for one in router.routes if "GET" in one.methods]
    return found


ASKED = [(group, path) for group, paths in SURFACE.items() for path in paths]
SCREENS = {screen.path: screen.needs for screen in rooms().all_screens()}


def test_every_address_is_written_down_and_no_other() -> None:
    assert {group: Counter(paths) for group, paths in addresses().items()} == {
        group: Counter(list(paths)) for group, paths in SURFACE.items()
    }


def filled(risk: Threatened, path: str) -> tuple[str, bool]:
    """The address of something, and whether it is known to be there."""
    known = {
        "code": risk.things.get({"catalog": "service", "clients": "client"}.get(path.split("/")[1], "")),
        **dict.fromkeys(("client", "kept"), risk.things["client"]),
        "other": risk.things["second"],
        **dict.fromkeys(("form_id", "registration_id"), risk.things["registration"]),
        "ceremony_id": risk.things["ceremony"],
        "alert_id": risk.things["alert"],
        **dict.fromkeys(("user_id", "artist_id", "request_id"), risk.ids["artist"]),
        "token": risk.things["token"],
        "no": "3",
        **({"code": risk.things["packet"]} if path.startswith("/consent") else {}),
    }
    said = re.sub(r"\{(\w+)\}", lambda part: known.get(part[1]) or "1", path)
    there = all(known.get(name) for name in re.findall(r"\{(\w+)\}", path))
    return (f"{said}?q=an" if path.endswith("/search") else said), there


def answers(risk: Threatened, group: str, path: str, roles: Iterable[str]) -> Iterator[tuple[str, httpx.Response]]:
    address, there = filled(risk, path)
    for role in roles:
        if group == "api" and role == TABLET:
            continue
        with risk.program(role) if group == "api" else risk.browser(role) as visitor:
            answer = visitor.get(address)
            if there or answer.status_code != 404 or not is_meant(group, path, role):
                yield role, answer


def is_meant(group: str, path: str, role: str) -> bool:
    """Whether this role is to get it."""
    if group != "screens":
        return role in SURFACE[group][path].replace("everybody", " ".join(EVERYBODY)).split()
    needs = SCREENS[path]
    return role in (PEOPLE if needs is None else RIGHTS[needs].replace("kiosk", TABLET).replace(":own", "").split())


def judge(risk: Threatened, group: str, path: str, roles: Iterable[str]) -> None:
    said = list(answers(risk, group, path, roles))
    got = {role: answer.status_code in GOT for role, answer in said}
    assert got == {role: is_meant(group, path, role) for role in got}, path
    assert {answer.status_code for _, answer in said} <= GOT | REFUSED, path
    assert [(role, sealed(answer)) for role, answer in said if sealed(answer)] == [], path


@pytest.mark.parametrize(("group", "path"), ASKED, ids="".join)
def test_files_pages_and_programs_answers_are_for_those_who_may(
    studio_at_risk: Threatened, group: str, path: str
) -> None:
    judge(studio_at_risk, group, path, sorted(EVERYBODY))


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_for_those_who_may(studio_at_risk: Threatened, path: str) -> None:
    judge(studio_at_risk, "screens", path, FEW)


@pytest.mark.long
@pytest.mark.parametrize("path", SCREENS)
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
