"""Linework in a process of its own, as a person or a script starts it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0
"""Seconds until a wait is given up: a busy machine is slow, not wrong."""
OWN = ("PYTEST", "NICEGUI", "COVERAGE", "LINEWORK_DATA", "DISPLAY", "WAYLAND_DISPLAY")


def child_environment(data: Path) -> dict[str, str]:
    """This environment without what belongs to the tests' own process, and without a screen."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(OWN)}
    return {**kept, "LINEWORK_DATA": str(data)}


def command(data: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "run.py", *words],
        cwd=ROOT,
        env=child_environment(data),
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


class Running:
    """`run.py serve` on a copy of a data folder."""

    def __init__(self, migrated: Path | None, data: Path, *words: str) -> None:
        if migrated is not None and not data.exists():
            shutil.copytree(migrated, data)
        self.data, self.port, self.lan_port = data, free_port(), free_port()
        ports = ["--port", str(self.port), "--lan-port", str(self.lan_port)]
        self.process = subprocess.Popen(
            [sys.executable, "run.py", "serve", *ports, *words],
            cwd=ROOT,
            env=child_environment(data),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()
        if not self.first_line:
            raise AssertionError(self.process.communicate(timeout=PATIENCE)[1])

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End it, and give its exit code."""
        self.process.send_signal(how)
        self.rest, self.complaints = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate(timeout=PATIENCE)


def say(port: int, *lines: str, body: bytes = b"", wait: float = 5.0) -> bytes:
    """Send raw bytes to a listener and give back all it says before it hangs up or, once it spoke, falls silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall("".join(f"{each}\r\n" for each in lines).encode() + b"\r\n" + body)
        heard = piece = line.recv(65536)
        line.settimeout(wait)
        with suppress(TimeoutError):
            while piece:
                piece = line.recv(65536)
                heard += piece
    return heard
