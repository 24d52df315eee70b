"""A gigabyte at the address of a file field: refused whatever its length claims, and the server stays small."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.faults.running import Running, command

pytestmark = pytest.mark.faults
EMAIL, PASSWORD = "zoe@linework.example", "three quiet needles"
GIGABYTE, PIECE = 1_000_000_000, b"x" * 1_000_000
MOST_GROWN = 20_000_000


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A studio with one owner."""
    data: Path = tmp_path_factory.mktemp("uploads") / "data"
    made = command(data, "user", "add", EMAIL, "--name", "Zoe", "--role", "owner", typed=PASSWORD)
    assert made.returncode == 0, made.stderr
    served = Running(None, data)
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="module")
def browser(staffed: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{staffed.port}", timeout=30) as made:
        seal = re.search(r'name="?form_token"? value="([^"]*)"', made.get("/login?who=other").text)
        assert seal
        made.post("/login", data={"form_token": seal[1], "email": EMAIL, "password": PASSWORD})
        yield made


def field_of(browser: httpx.Client) -> str:
    """Where the open import page takes its file."""
    found = re.search(r"/upload/[\w-]{20,}", browser.get("/clients/import").text)
    assert found
    return found[0]


@pytest.mark.parametrize("claim", [f"Content-Length: {GIGABYTE}", "Transfer-Encoding: chunked", "Content-Length: 1000"])
def test_a_gigabyte_is_refused_and_the_server_stays_small(staffed: Running, browser: httpx.Client, claim: str) -> None:
    address, server = field_of(browser), psutil.Process(staffed.process.pid)
    before, most, answered, done = held(server), [0], list[int](), threading.Event()

    def watch() -> None:
        while not (answered and done.wait(0.02)):
            most[0] = max(most[0], held(server))
            answered.append(httpx.get(f"http://127.0.0.1:{staffed.port}/healthz", timeout=30).status_code)

    watcher = threading.Thread(target=watch)
    watcher.start()
    heard = pour(staffed.port, address, browser, claim)
    done.set()
    watcher.join()
    assert set(answered) == {200}
    assert not heard or heard.split()[1] in {b"400", b"413", b"422"}, heard[:200]
    assert most[0] - before <= MOST_GROWN, f"grew by {(most[0] - before) / 1e6:.1f} MB"
    assert list((staffed.data / "files").rglob("*.part")) == []
    assert [path for path in (staffed.data / "files").iterdir() if path.is_file()] == []


def test_a_stranger_pours_into_nothing(staffed: Running, browser: httpx.Client) -> None:
    address = field_of(browser)
    with httpx.Client(base_url=f"http://127.0.0.1:{staffed.port}") as stranger:
        assert stranger.post(address, content=b"Name\nAna\n").status_code == 401
        foreign = browser.post(address, content=b"Name\nAna\n", headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403


def test_a_picture_named_like_a_table_is_refused_with_its_reason(browser: httpx.Client) -> None:
    answer = browser.post(field_of(browser), content=b"\x89PNG\r\n\x1a\n" + bytes(99), headers={"X-File-Name": "a.csv"})
    assert answer.status_code == 422
    assert "CSV or Excel" in answer.json()["said"]


def pour(port: int, address: str, browser: httpx.Client, claim: str) -> bytes:
    """All of it, until the other side has enough; gives what it said."""
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    origin = f"http://127.0.0.1:{port}"
    head = (
        f"POST {address} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: {origin}",
        f"Cookie: {cookies}",
        claim,
        "",
        "",
    )
    chunked = "chunked" in claim
    piece = f"{len(PIECE):x}\r\n".encode() + PIECE + b"\r\n" if chunked else PIECE
    heard = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        with contextlib.suppress(OSError):
            line.sendall("\r\n".join(head).encode())
            for _ in range(GIGABYTE // len(PIECE)):
                line.sendall(piece)
        with contextlib.suppress(OSError):
            line.settimeout(5)
            while said := line.recv(65536):
                heard += said
    return heard


def held(server: psutil.Process) -> int:
    return int(server.memory_info().rss)
