"""A studio served for real: `run.py serve` in a process of its own, on this computer's loopback only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.error import URLError

from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent
OURS = ("PYTEST", "NICEGUI", "LINEWORK", "COVERAGE")


@dataclass
class Served:
    """Where it answers, and who may sign in."""

    data: Path
    desk: str
    lan: str
    process: subprocess.Popen[bytes]
    said: Path
    """What it printed and logged; a pipe that nobody empties would bring it to a stand one day."""
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    clients: Iterator[int] = field(default_factory=lambda: count(5))
    """Numbers of clients nobody has needed yet."""

    def lan_address(self, address: str) -> str:
        """An address a QR code carries, as a phone in the same network would open it: here through loopback."""
        return re.sub(r"^http://[^/]+", self.lan, address)


UNHURRIED = (
    "import sys, run; from components.app import feedback; feedback.STAYS = 30; sys.exit(run.main(sys.argv[1:]))"
)
"""As `run.py`, with messages that stay until a busy machine has come to look."""
CHEAPLY = "import sys, run; from studio.staff import rules; rules.COST = 4; sys.exit(run.main(sys.argv[1:]))"
"""As `run.py`, with passwords that are as quickly tried as those of all tests (see usual_cost)."""


def fill(folder: Path, *, clients: int = 40) -> dict[str, tuple[str, str]]:
    """A demo studio in an empty folder; gives role → e-mail and password."""
    filled = run("demo", "--data", str(folder), "--clients", str(clients), program=("-c", CHEAPLY))
    return {role: (email, password) for role, email, password in (line.split() for line in filled.stdout.splitlines())}


def run(*words: str, program: Sequence[str] = ("run.py",)) -> subprocess.CompletedProcess[str]:
    """One command of run.py; fails loudly."""
    done = subprocess.run([sys.executable, *program, *words], cwd=ROOT, env=clean(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


@contextmanager
def serving(data: Path, people: dict[str, tuple[str, str]] | None = None, *words: str) -> Iterator[Served]:
    """Serve a folder until the block ends; `words` are further options."""
    desk, lan = free_port(), free_port()
    command = [
        sys.executable,
        "-c",
        UNHURRIED,
        "serve",
        "--data",
        str(data),
        "--port",
        str(desk),
        "--lan",
        "--lan-port",
        str(lan),
        *words,
    ]
    said = data.with_name(f"{data.name}.said.txt")
    with said.open("ab") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=clean(), stdout=out, stderr=subprocess.STDOUT)
    try:
        served = Served(data, f"http://127.0.0.1:{desk}", f"http://127.0.0.1:{lan}", process, said, people or {})
        wait_for(served)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(served: Served, seconds: float = 180) -> None:
    """Until it answers; fails at once when the process has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if served.process.poll() is not None:
            raise AssertionError(f"serve ended: {served.said.read_text()}")
        try:
            with urllib.request.urlopen(f"{served.desk}/healthz", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("serve did not answer in time")


def clean() -> dict[str, str]:
    """The environment without what the test runner put into it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
