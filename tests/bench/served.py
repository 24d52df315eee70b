"""Processes to measure from outside: the product as `run.py serve`, and a bare NiceGUI beside it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.wire import Wire
from tests.browser.served import ROOT, clean
from tests.ports import free_port

PATIENCE = 60.0


@dataclass(frozen=True)
class Served:
    """Where it answers, and how long that took from the start of the process."""

    port: int
    pid: int
    seconds: float
    lan_port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def product(folder: Path, *, lan: bool = False, program: Sequence[str] = ("run.py",)) -> Iterator[Served]:
    """The studio in this folder, served as on any computer; without the network unless asked."""
    port, lan_port = free_port(), free_port() if lan else 0
    doors = ["--lan", "--lan-port", str(lan_port)] if lan else ["--no-lan"]
    with _running([*program, "serve", "--data", str(folder), "--port", str(port), *doors], port) as served:
        yield replace(served, lan_port=lan_port)


@contextmanager
def bare() -> Iterator[Served]:
    """NiceGUI with three elements on a page, and one plain HTML form."""
    port = free_port()
    with _running(["-m", "tests.bench.bare", str(port)], port) as served:
        yield served


@contextmanager
def _running(words: list[str], port: int) -> Iterator[Served]:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=clean(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until_it_answers(process, port)
        yield Served(port, process.pid, time.perf_counter() - begun)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    """The first 200 of the login page."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"it ended with {process.returncode} before it answered")
        try:
            wire = Wire(port)
            status = wire.get("/login").status
            wire.close()
        except (OSError, IndexError):
            status = 0
        if status == 200:
            return
        time.sleep(0.005)
    raise TimeoutError("no answer")
