"""Words planted in every field a person can fill in: found again by those who may, and nowhere in the open."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE
from studio.kernel.house import close_house
from studio.kernel.work import ask
from studio.upkeep.incidents import list_incidents
from tests.conftest import rooms
from tests.faults.threatened import Threatened, threatened

pytestmark = pytest.mark.faults
CANARIES = {
    "name": "Zefirelda Quonkamby",
    "phone": "+44 7700 900461",
    "email": "quonkamby@canary.example",
    "address": "Canarygasse Vierundsiebzig",
    "notes": "afraid of pelicanneedles",
    "guardian_name": "Mordibella Quonkamby",
    "emergency_name": "Tiburzia Quonkamby",
    "gender": "quonkambisch",
    "diagnosis": "hemocanaritis simplex",
    "password": "nine loud canary wagons",
    "wrong password": "not my canary wagons",
    "stranger": "stranger-quonk@nowhere.example",
    "sought": "quonkamby sought for",
    "typo": "Quonkamby; 31 February",
    "script": "QuonkambyError at window.canary",
    "file name": "quonkamby-portrait.png",
}
FIELDS = ("name", "phone", "email", "address", "notes", "guardian_name", "emergency_name", "gender")


@dataclass
class Flown:
    """A studio people have worked in, and what they carried and heard."""

    risk: Threatened
    temp: Path
    secrets: list[str]
    heard: list[httpx.Response]
    raw: dict[str, bytes]


def spellings(word: str) -> Iterator[bytes]:
    """A word as it may lie in a file."""
    yield from (word.encode(), word.encode("utf-16-le"), word.upper().encode(), word.replace(" ", "+").encode())
    yield from (word.replace(" ", "%20").encode(), base64.b64encode(word.encode())[:-4], word.encode().hex().encode())


@pytest.fixture(scope="module")
def flown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flown]:
    temp = tmp_path_factory.mktemp("temp")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(temp))
        risk = threatened(tmp_path_factory.mktemp("canaries") / "data")
    made = Flown(risk, temp, [*risk.cookies.values(), *risk.bearers.values(), risk.things["token"]], [], {})
    work(made)
    made.raw = everything(risk.served.data) | everything(temp)  # with the write-ahead log as it stands
    assert risk.served.stop() == 0
    made.raw |= {f"{name} afterwards": data for name, data in everything(risk.served.data).items()}
    made.raw["what it said"] = f"{risk.served.rest}{risk.served.complaints}".encode()
    yield made
    shutil.rmtree(temp, ignore_errors=True)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder.parent)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def work(flown: Flown) -> None:
    """A day in the studio: all goes well, and everything goes wrong."""
    risk = flown.risk
    with risk.program("owner") as api, risk.browser() as guest, risk.browser("owner") as desk:
        hear = flown.heard.append
        made = api.post("/clients", json={name: CANARIES[name] for name in FIELDS} | {"birth_date": "1990-02-03"})
        assert made.status_code == 201, made.text
        client = made.json()["code"]
        health = {"allergies": {"answer": True, "detail": CANARIES["diagnosis"]}}
        hear(api.post(f"/clients/{client}/consents", json={"kind": "health_data", "given": True}))
        assert api.post(f"/clients/{client}/health", json={"answers": health}).status_code < 300
        hear(api.post("/users", json={"name": CANARIES["name"], "email": CANARIES["email"], "role": "artist",
                                      "password": CANARIES["password"]}))  # fmt: skip
        signing = {"email": CANARIES["email"], "password": CANARIES["password"]}
        token = api.post("/auth/token", json=signing).json()["access_token"]
        flown.secrets.append(token)
        for email, password in ((CANARIES["email"], CANARIES["wrong password"]), (CANARIES["stranger"], "x" * 9)):
            hear(api.post("/auth/token", json={"email": email, "password": password}))
            hear(sent(guest, "/login?who=other", "/login", email=email, password=password))
        hear(api.get("/clients", params={"q": CANARIES["sought"]}))
        hear(api.get(f"/clients/{CANARIES['sought']}"))
        hear(desk.get(f"/clients/{CANARIES['sought']}"))
        hear(desk.get(f"/no/{CANARIES['sought']}"))
        hear(api.post("/clients", json={"name": CANARIES["name"], "birth_date": CANARIES["typo"]}))
        hear(api.post("/clients", content=f'{{"name": "{CANARIES["typo"]}'.encode()))
        hear(api.post("/clients", json={"name": CANARIES["name"], CANARIES["typo"]: 1}))
        hear(guest.post("/incidents", json={"message": CANARIES["script"], "source": CANARIES["script"], "line": 3}))
        field = re.search(r"/upload/[\w-]{20,}", desk.get("/clients/import").text)
        assert field
        table = f"Name,E-mail,Phone\n{CANARIES['name']},{CANARIES['email']},{CANARIES['phone']}\n".encode()
        named = {"X-File-Name": CANARIES["file name"].replace("png", "csv")}
        hear(desk.post(field[0], content=table, headers=named))
        hear(desk.post(field[0], content=b"\x89PNG" + table, headers={"X-File-Name": CANARIES["file name"]}))
        form = f"/r/{risk.things['token']}"
        page = {name: CANARIES[name] for name in ("name", "phone", "email", "guardian_name", "address")}
        wrong = {**page, "birth_day": "31", "birth_month": "2", "birth_year": "1990"}
        hear(sent(guest, form, form, **wrong))
        done = sent(guest, form, form, **{**wrong, "birth_day": "3"})
        assert done.status_code == 303, done.text
        hear(guest.get(f"/r/{CANARIES['sought'].replace(' ', '-')}"))
        assert CANARIES["diagnosis"] in api.get(f"/clients/{client}/health").text
        found = api.get("/clients", params={"q": "Zefirelda"}).text
        assert CANARIES["notes"] in found or CANARIES["name"] in found


def sent(guest: httpx.Client, page: str, to: str, **typed: str) -> httpx.Response:
    """A plain form, filled in and sent."""
    hidden = dict(re.findall(r'<input[^>]*name="?([\w.]+)"? value="([^"]*)"', guest.get(page).text))
    return guest.post(to, data={**hidden, **typed})


@pytest.mark.parametrize("kind", CANARIES)
def test_nothing_of_it_lies_in_the_open(flown: Flown, kind: str) -> None:
    """Database, write-ahead log, pictures, screens, log, temporary files, and what the program said."""
    assert {"data/linework.db", "data/linework.db-wal", "data/logs/linework.log"} <= set(flown.raw)
    for spelling in spellings(CANARIES[kind]):
        assert [name for name, data in flown.raw.items() if spelling in data] == [], spelling


def test_neither_do_cookies_tokens_and_codes(flown: Flown) -> None:
    assert len(flown.secrets) > 15
    for secret in flown.secrets:
        assert [name for name, data in flown.raw.items() if secret.encode() in data] == []


def test_no_address_carries_any(flown: Flown) -> None:
    """What we lead a browser to, and what a page links to."""
    words = [spelling for kind, word in CANARIES.items() if kind != "sought" for spelling in spellings(word)]
    for answer in flown.heard:
        links = " ".join(
            [answer.headers.get("location", ""), *re.findall(r"""(?:href|src|action)=["']([^"']*)""", answer.text)]
        )
        assert [word for word in words if word in links.encode()] == [], answer.url


def test_an_error_tells_nobody_elses_words(flown: Flown) -> None:
    """A refused sign-in, an unknown page and broken input hold nothing of anybody on file."""
    on_file = [CANARIES[kind] for kind in ("phone", "address", "notes", "diagnosis", "password", "wrong password")]
    bad = [answer for answer in flown.heard if answer.status_code >= 400]
    assert len(bad) > 9
    assert max(answer.status_code for answer in bad) < 500
    assert [
        (str(answer.url), word)
        for answer in bad
        for word in on_file
        if word in answer.text and "/r/" not in str(answer.url)
    ] == []


def test_reports_of_what_broke_hold_none(flown: Flown) -> None:
    open_studio(flown.risk.served.data, rooms())
    try:
        told = str(ask(CONSOLE, list_incidents))
    finally:
        close_house()
    assert "browser" in told
    assert [kind for kind, word in CANARIES.items() if word in told] == []
