"""Serving for real: doors, the ready line, a clean end, and what a raw socket gets from either door."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import httpx
import pytest

from tests.faults.running import Running, command, say
from tests.ports import free_port

pytestmark = pytest.mark.faults


def test_it_says_one_line_when_it_is_ready(running: Running) -> None:
    assert running.first_line == f"Linework is ready on http://127.0.0.1:{running.port}\n"


def test_both_doors_tell_their_health_and_nothing_more(running: Running) -> None:
    for port in (running.port, running.lan_port):
        answer = httpx.get(f"http://127.0.0.1:{port}/healthz")
        assert answer.json() == {"status": "ok", "version": "0.1.0"}
        assert "server" not in answer.headers


def test_on_the_network_port_the_computer_itself_is_a_phone(running: Running) -> None:
    there = httpx.get(f"http://127.0.0.1:{running.lan_port}/login")
    nothing = httpx.get(f"http://127.0.0.1:{running.lan_port}/nothing")
    here = httpx.get(f"http://127.0.0.1:{running.port}/", follow_redirects=False)
    assert (there.status_code, there.content) == (404, nothing.content)
    assert here.headers["location"] == "/setup"


HANDSHAKE = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==",
    "Sec-WebSocket-Version: 13",
)


@pytest.mark.parametrize("origin", ["Origin: http://evil.example", "Origin: null", "X-Nothing: 1"])
def test_a_raw_websocket_from_elsewhere_is_refused_at_both_doors(running: Running, origin: str) -> None:
    for port, status in ((running.port, b"401"), (running.lan_port, b"404")):
        path = "GET /_nicegui_ws/socket.io/?EIO=4&transport=websocket HTTP/1.1"
        heard = say(port, path, f"Host: 127.0.0.1:{port}", origin, *HANDSHAKE, wait=2)
        assert heard.split()[1] == status
        assert b"x-content-type-options" in heard.lower()


def test_a_rebound_name_is_refused(running: Running) -> None:
    heard = say(running.port, "GET /login HTTP/1.1", f"Host: evil.example:{running.port}", "Connection: close")
    assert heard.split()[1] == b"403"


def test_paths_that_climb_lead_nowhere(running: Running) -> None:
    for path in ("/r/../clients", "/r/%2e%2e/clients", "/static/..%2f..%2frun.py", "//clients", "/r/x%00"):
        heard = say(
            running.lan_port, f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{running.lan_port}", "Connection: close"
        )
        assert heard.split()[1] in {b"404", b"400"}


def test_a_body_without_end_is_cut_off(running: Running) -> None:
    kind = "Content-Type: application/x-www-form-urlencoded"
    start = ("POST /login HTTP/1.1", f"Host: 127.0.0.1:{running.port}", kind, "Transfer-Encoding: chunked")
    heard = say(
        running.port, *start, body=b"10000\r\n" + b"x" * 65536 + b"\r\n" + (b"10000\r\n" + b"x" * 65536 + b"\r\n") * 20
    )
    assert heard.split()[1] == b"413", heard


def test_what_is_on_the_disk_is_the_owners_alone(running: Running) -> None:
    assert stat.S_IMODE(running.data.stat().st_mode) == 0o700
    open_to_others = [path.name for path in running.data.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_to_others == []


def test_a_second_server_on_the_same_data_refuses_kindly(running: Running) -> None:
    second = command(running.data, "serve", "--port", str(free_port()))
    assert second.returncode == 1
    assert "already running" in second.stderr
    assert second.stdout == ""


def test_a_second_start_points_to_the_first(running: Running) -> None:
    second = command(running.data)
    assert second.returncode == 0
    assert f"http://127.0.0.1:{running.port}" in second.stderr


def test_a_port_in_use_is_said_and_nothing_is_served(running: Running, tmp_path: Path) -> None:
    other = command(tmp_path / "other", "serve", "--port", str(running.port))
    assert other.returncode == 2
    assert str(running.port) in other.stderr
    assert other.stdout == ""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told_to(migrated: Path, tmp_path: Path, how: signal.Signals) -> None:
    served = Running(migrated, tmp_path / "data", "--no-lan")
    assert served.stop(how) == 0
    assert (served.rest, served.complaints) == ("", "")
    assert not (served.data / "serving.json").exists()
    assert not (served.data / "linework.db-wal").exists()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{served.port}/healthz")
