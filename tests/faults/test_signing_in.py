"""Sign-ins of the real application, over real sockets: what a cookie is worth, locked, ended, or made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from websockets import ConnectionClosed, Origin
from websockets.sync.client import ClientConnection, connect

from pages.leaving import LAST_WORDS
from tests.faults.running import PATIENCE, Running, command

pytestmark = pytest.mark.faults
EMAIL, PASSWORD = "zoe@linework.example", "three quiet needles"
KIND = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A studio with one owner."""
    data: Path = tmp_path_factory.mktemp("staffed") / "data"
    made = command(data, "user", "add", EMAIL, "--name", "Zoe", "--role", "owner", typed=PASSWORD)
    assert made.returncode == 0, made.stderr
    served = Running(None, data)
    yield served
    served.kill()


@pytest.fixture
def browser(staffed: Running) -> Iterator[httpx.Client]:
    """A browser of its own, without scripts."""
    with httpx.Client(base_url=f"http://127.0.0.1:{staffed.port}") as made:
        yield made


def hidden(page: str, name: str = "form_token") -> str:
    found = re.search(rf'name="?{name}"? value="([^"]*)"', page)
    assert found, page
    return found[1]


def come_in(browser: httpx.Client, password: str = PASSWORD) -> httpx.Response:
    seal = hidden(browser.get("/login?who=other").text)
    return browser.post("/login", data={"form_token": seal, "email": EMAIL, "password": password})


def cookie_of(browser: httpx.Client) -> str:
    return next(value for name, value in browser.cookies.items() if re.fullmatch(r"linework_\d+", name))


def on_page(browser: httpx.Client) -> str:
    """The seal an open page carries."""
    found = re.search(r'form_token[^}]*?value[\\": ]+([0-9a-f]+\.[0-9a-f]+\.[0-9a-f]+)', browser.get("/profile").text)
    assert found
    return found[1]


def hear_out(socket: ClientConnection) -> None:
    """All there is to hear until the other side hangs up."""
    while True:
        socket.recv(timeout=PATIENCE)


def test_every_sign_in_has_a_cookie_of_its_own_that_nobody_guesses(browser: httpx.Client) -> None:
    cookies = set()
    for _ in range(3):
        answer = come_in(browser)
        assert answer.status_code == 303
        assert {"HttpOnly", "SameSite=lax"} <= set(re.split("; ?", answer.headers["set-cookie"]))
        cookies.add(cookie_of(browser))
        browser.cookies.clear()
    assert len(cookies) == 3
    assert all(len(one) * 6 >= 128 for one in cookies)
    name = f"linework_{browser.base_url.port}"
    for made_up in ("", "x", next(iter(cookies))[:-1], next(iter(cookies)).swapcase(), "x" * 10_000):
        browser.cookies.set(name, made_up)
        assert browser.get("/clients").status_code in (303, 400, 431)
        browser.cookies.clear()


def test_a_cookie_a_stranger_brought_is_not_the_one_they_leave_with(browser: httpx.Client) -> None:
    name = f"linework_{browser.base_url.port}"
    browser.cookies.set(name, "chosen-by-somebody-else", domain="127.0.0.1")
    answer = come_in(browser)
    assert "chosen-by-somebody-else" not in answer.headers["set-cookie"]


def test_a_locked_sign_in_opens_no_page_and_no_act_until_its_password_is_said(browser: httpx.Client) -> None:
    come_in(browser)
    seal = on_page(browser)
    assert browser.post("/lock", data={"form_token": seal}, headers={"accept": "application/json"}).status_code == 204
    for address in ("/", "/clients", "/profile", "/settings"):
        assert browser.get(address).headers["location"].startswith("/login")
    assert browser.get("/_nicegui_ws/socket.io/?EIO=4&transport=polling").status_code == 401
    assert browser.post("/lock", data={"form_token": seal}).status_code == 401
    page = browser.get("/login").text
    assert "This screen is locked" in page
    typed = {"form_token": hidden(page), "who": hidden(page, "who"), "next": "/clients"}
    assert browser.post("/login", data={**typed, "password": "not this one"}).status_code == 401
    assert browser.post("/login", data={**typed, "password": PASSWORD}).headers["location"] == "/clients"
    assert browser.get("/clients").status_code == 200


def test_signing_out_ends_it_for_everybody_who_has_the_cookie(browser: httpx.Client) -> None:
    come_in(browser)
    seal, kept = on_page(browser), dict(browser.cookies)
    assert browser.post("/logout", data={"form_token": seal}).status_code == 303
    browser.cookies.update(kept)
    assert browser.get("/clients").headers["location"].startswith("/login")


def suspend(browser: httpx.Client, person: str, owner: dict[str, str]) -> httpx.Response:
    return browser.patch(f"/api/v1/users/{person}", json={"active": False}, headers=owner)


def close(browser: httpx.Client, person: str, owner: dict[str, str]) -> httpx.Response:
    return browser.delete(f"/api/v1/users/{person}", headers=owner)


def leave(browser: httpx.Client, person: str, owner: dict[str, str]) -> httpx.Response:
    return browser.post("/logout", data={"form_token": on_page(browser)})


@pytest.mark.parametrize("how", [suspend, close, leave])
def test_the_open_line_of_whoever_is_gone_is_cut_and_the_next_event_refused(
    staffed: Running, browser: httpx.Client, how: Callable[..., httpx.Response]
) -> None:
    asked = browser.post("/api/v1/auth/token", json={"email": EMAIL, "password": PASSWORD}).json()
    owner = {"authorization": f"Bearer {asked['access_token']}"}
    email = f"{how.__name__}@linework.example"
    account = {"name": how.__name__, "email": email, "password": PASSWORD, "role": "artist"}
    made = browser.post("/api/v1/users", json=account, headers=owner).json()
    own = browser.post("/api/v1/auth/token", json={"email": email, "password": PASSWORD}).json()["access_token"]
    seal = hidden(browser.get("/login?who=other").text)
    browser.post("/login", data={"form_token": seal, "email": email, "password": PASSWORD})
    origin, cookies = f"http://127.0.0.1:{staffed.port}", "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
    line = f"ws://127.0.0.1:{staffed.port}/_nicegui_ws/socket.io/?EIO=4&transport=websocket"
    with connect(line, origin=Origin(origin), additional_headers={"cookie": cookies}) as socket:
        assert str(socket.recv(timeout=PATIENCE)).startswith("0")
        assert how(browser, made["id"], owner).status_code in (200, 303)
        again = httpx.get(f"{origin}/clients", headers={"cookie": cookies}).headers["location"]
        assert again.startswith("/login")
        mine = httpx.get(f"{origin}/api/v1/clients", headers={"authorization": f"Bearer {own}"})
        assert mine.status_code == (200 if how is leave else 401), (
            "a program of one's own goes on after signing out here"
        )
        with pytest.raises(ConnectionClosed):
            hear_out(socket)
    assert LAST_WORDS < 2


def test_a_password_of_a_megabyte_is_refused_at_the_door(browser: httpx.Client) -> None:
    assert come_in(browser, "x" * 1_000_000).status_code in (401, 413)
    api = browser.post("/api/v1/auth/token", json={"email": EMAIL, "password": "x" * 1_000_000})
    assert api.status_code in (401, 413, 422)


def test_pages_for_a_code_answer_and_let_nobody_in(browser: httpx.Client) -> None:
    for address in ("/login/code", "/login/forgot"):
        seal = hidden(browser.get(address).text)
        typed = {"form_token": seal, "email": EMAIL, "code": "aaaaa-aaaaa", "password": "x", "password_again": "x"}
        browser.post(address, data=typed)
        assert not any(re.fullmatch(r"linework_\d+", name) for name in browser.cookies)
    assert browser.get("/login/desk").headers["location"].startswith("/login")
    assert browser.post("/login/pin", data={"who": "x", "pin": "8205"}).headers["location"] == "/login"
