"""Nothing leaves this machine, and the watchman that says so is awake."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.offline.sitecustomize as offline

AWAY = ("203.0.113.7", 9)


@pytest.fixture
def forgiven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Tries made here on purpose go to a report of their own."""
    report = tmp_path / "left.txt"
    monkeypatch.setenv(offline.REPORT, str(report))
    yield report
    offline.LEFT.clear()


def test_a_connection_to_elsewhere_is_refused_and_its_caller_named(forgiven: Path) -> None:
    with socket.socket() as leaving, pytest.raises(ConnectionRefusedError):
        leaving.connect(AWAY)
    assert "test_a_connection_to_elsewhere" in forgiven.read_text("utf-8")


def test_a_datagram_to_elsewhere_is_refused(forgiven: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as leaving, pytest.raises(ConnectionRefusedError):
        leaving.sendto(b"x", AWAY)
    assert forgiven.exists()


def test_looking_up_a_name_elsewhere_is_refused(forgiven: Path) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("linework.example", 80)
    assert forgiven.exists()


def test_a_process_started_by_a_test_is_watched_too(forgiven: Path) -> None:
    code = f"import socket; socket.socket().connect({AWAY!r})"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ))
    assert ended.returncode == 1
    assert "203.0.113.7" in forgiven.read_text("utf-8")


def test_this_machine_may_talk_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
