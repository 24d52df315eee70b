"""Pages of other houses, names that were bound anew, and addresses of somebody else's page: at the real doors."""

from __future__ import annotations

import re

import pytest

from tests.faults.running import say
from tests.faults.test_serving import HANDSHAKE
from tests.faults.threatened import NOBODY, TABLET, Threatened
from tests.pages.test_gate import FOREIGN_HOSTS, FOREIGN_ORIGINS

pytestmark = pytest.mark.faults
FOREIGN_PAGES = [
    "http://evil.example/",
    "http://127.0.0.1/",
    "http://127.0.0.1:1/login",
    "https://127.0.0.1:8321/",
    "http://127.0.0.1:8321.evil.example/",
    "http://127.0.0.1:8321@evil.example/",
    "http://localhost.evil.example:8321/",
    "data:text/html,x",
    "about:blank",
    "//127.0.0.1:8321/",
]
SITES = ["cross-site", "same-site", "CROSS-SITE", "Same-Origin", "x"]
SAID: list[tuple[str, str]] = [
    *(("origin", origin) for origin in FOREIGN_ORIGINS),
    *(("host", host) for host in FOREIGN_HOSTS if host is not None),
    *(("referer", page) for page in FOREIGN_PAGES),
    *(("sec-fetch-site", site) for site in SITES),
    ("origin twice", "http://127.0.0.1:8321\r\nOrigin: http://evil.example"),
    ("host twice", "127.0.0.1:8321\r\nHost: evil.example"),
]
WAYS = ("websocket", "polling", "polling post", "form", "upload")


def test_there_are_forty_of_them() -> None:
    assert len(SAID) >= 40


@pytest.fixture(scope="module")
def field(studio_at_risk: Threatened) -> str:
    """The address of a file field on a page the owner has open."""
    with studio_at_risk.browser("owner") as visitor:
        found = re.search(r"/upload/[\w-]{20,}", visitor.get("/clients/import").text)
    assert found
    return found[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "value"), SAID, ids=lambda said: said[:50])
def test_another_house_gets_nowhere_with_the_owners_own_cookie(
    studio_at_risk: Threatened, field: str, way: str, name: str, value: str
) -> None:
    assert knock(studio_at_risk, way, field, {name.removesuffix(" twice"): value}, bare=name == "referer") in (400, 403)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_from_our_own_page_passes(studio_at_risk: Threatened, field: str, way: str) -> None:
    """Else the others would be refused for another reason."""
    assert (
        knock(studio_at_risk, way, field, {})
        in {
            "websocket": (101,),
            "polling": (200,),
            "polling post": (400,),
            "form": (403,),
            "upload": (200, 422),
        }[way]
    )


def test_nobody_but_its_owner_reaches_a_file_field(studio_at_risk: Threatened, field: str) -> None:
    """On the network it is the same nothing as anything else, to the letter."""
    for role, lan, wanted in (
        (NOBODY, False, 401),
        ("manager", False, 404),
        (TABLET, False, 404),
        (NOBODY, True, 404),
        ("owner", True, 404),
        (TABLET, True, 404),
    ):
        with studio_at_risk.browser(role, lan=lan) as visitor:
            answer = visitor.post(field, content=b"Name\nAna\n")
            assert answer.status_code == wanted, (role, lan)
            nothing = visitor.get("/nothing-of-the-kind")
            assert not lan or (answer.content, len(answer.content)) == (nothing.content, len(nothing.content))


def knock(risk: Threatened, way: str, field: str, extra: dict[str, str], *, bare: bool = False) -> int:
    """The status a request gets that the owner's own browser was made to send."""
    port = risk.served.port
    first, body, kind = {
        "websocket": ("GET /_nicegui_ws/socket.io/?EIO=4&transport=websocket", b"", ""),
        "polling": ("GET /_nicegui_ws/socket.io/?EIO=4&transport=polling", b"", ""),
        "polling post": ("POST /_nicegui_ws/socket.io/?EIO=4&transport=polling&sid=x", b"4", "text/plain"),
        "form": ("POST /logout", b"form_token=x", "application/x-www-form-urlencoded"),
        "upload": (f"POST {field}", b"Name\nAna\n", "text/csv"),
    }[way]
    said = {"host": f"127.0.0.1:{port}", "cookie": f"linework_{port}={risk.cookies['owner']}"}
    said |= {} if bare else {"origin": f"http://127.0.0.1:{port}"}
    said |= {name: value.replace("8321", str(port)) for name, value in extra.items()}
    if way == "websocket":
        said |= dict(part.lower().split(": ", 1) for part in HANDSHAKE if not part.startswith("Sec-WebSocket-Key"))
        said["sec-websocket-key"] = "dGhlIHNhbXBsZQ=="
    else:
        said |= {"connection": "close", "content-length": str(len(body)), **({"content-type": kind} if kind else {})}
    lines = [f"{first} HTTP/1.1", *(f"{header}: {words}" for header, words in said.items())]
    return int(say(port, *lines, body=body, wait=1 if way == "websocket" else 5).split()[1])
