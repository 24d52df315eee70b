"""A file of clients: rows a second beside raw inserts, what it holds in memory, and what the desk feels meanwhile."""

from __future__ import annotations

import csv
import hashlib
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from uuid import UUID

import psutil

from studio.clients.actions import create_client
from studio.clients.importing import running
from studio.clients.importing.actions import keep_import
from studio.clients.importing.asking import look_apart
from studio.clients.importing.queries import one_import
from studio.clients.queries import find_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.bench.figures import Figure
from tests.bench.people import keys, people
from tests.bench.raw import Raw
from tests.bench.studio import Studio, at_work

PAUSE = 0.05
CALM = 5.0
QUICK, FLUID, HELD = 8, 2, 64
"""Times the raw rows, times a calm desk and a little, and MB more for ten times the lines: a page cache."""
SLACK = 2.0
"""Milliseconds nobody feels: a calm desk answers within one."""


@dataclass
class Desk:
    """Somebody who searches and puts a client on file all the while, and the most memory that was held."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    before: int = 0
    most: int = 0

    @property
    def held(self) -> float:
        """Megabytes more than when it began."""
        return (self.most - self.before) / 1e6

    def p95(self, of: str) -> float:
        every = sorted(getattr(self, of))
        return float(every[int(len(every) * 0.95)] * 1000)


@dataclass(frozen=True)
class Run:
    """Seconds: all of it, and what of it was checking."""

    all: float
    checking: float


def importing(studio: Studio, scratch: Path, count: int) -> Iterator[Figure]:
    """A tenth of `count` new clients, then all of them, from CSV files, on a copy of the studio."""
    copy = scratch / "importing"
    shutil.copytree(studio.folder, copy)
    taken = Studio(copy, studio.clients, studio.bearer, studio.cookie)
    with at_work(taken) as (house, owner):
        perform(owner, create_client, {"name": "Nova Pessoa", "phone": "11987654321", "email": "n@example.com"})
        before = _raw_seconds(house, scratch, count)
        with _desk(owner, taken) as calm:
            time.sleep(CALM)
        short, _ = _imported(house, owner, taken, count // 10, count)
        long, run = _imported(house, owner, taken, count, 0)
        raw = (before + _raw_seconds(house, scratch, count)) / 2
    yield _rows(run, count, raw)
    note = f"{long.held:,.0f} MB more than before in all, {short.held:,.0f} MB with a tenth of the lines"
    yield Figure("import, memory ten times the lines take more", long.held - short.held, "MB", HELD, None, note)
    reads = calm.p95("reads")
    note = f"calm {reads:.3g} ms, and 2 ms; longest {max(long.reads) * 1000:,.0f} ms"
    yield Figure("import, desk reads meanwhile, p95", long.p95("reads"), "ms", FLUID, reads + SLACK, note)
    note = f"longest {max(long.writes) * 1000:,.0f} ms, while all are put on file at once"
    yield Figure("import, desk writes meanwhile, p95", long.p95("writes"), "ms", None, calm.p95("writes"), note)


def _rows(run: Run, count: int, raw: float) -> Figure:
    note = f"{count / run.all:,.0f} rows/s in all, {count / (run.all - run.checking):,.0f} once checked"
    note += f"; raw {count / raw:,.0f} rows/s"
    return Figure(f"import {count:,} clients, a row", run.all / count * 1000, "ms", QUICK, raw / count * 1000, note)


def _imported(house: House, owner: Actor, studio: Studio, count: int, first: int) -> tuple[Desk, Run]:
    """So many new clients while the desk is at work; what it felt, and how long it took."""
    data = _file(count, first)
    with _desk(owner, studio) as meanwhile:
        begun = time.perf_counter()
        import_id = _checked(house, owner, data)
        checked = time.perf_counter()
        running.begin_import(owner, import_id, "skip")
        running.wait(import_id)
        done = time.perf_counter()
    made = ask(owner, one_import, import_id).counts["made"]
    assert made == count, made
    return meanwhile, Run(done - begun, checked - begun)


def _file(count: int, first: int = 0) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["Name", "Phone", "E-mail", "Notes"])
    for number, one in enumerate(people(count), start=first):
        writer.writerow(
            [
                f"{one.first} {one.last} {number}",
                f"+55119{number:08d}",
                f"import{number}@example.com",
                "From the old list",
            ]
        )
    return out.getvalue().encode()


def _checked(house: House, owner: Actor, data: bytes) -> UUID:
    seen, digest = look_apart(house, data), hashlib.sha256(data).hexdigest()
    import_id = perform(owner, keep_import, "clients.csv", house.files.put(data), digest, len(data), seen)
    running.begin_check(owner, import_id)
    running.wait(import_id)
    return import_id


def _raw_seconds(house: House, scratch: Path, count: int) -> float:
    """The same rows by hand: client, search and nothing else, one transaction, one commit."""
    raw = Raw(house, scratch / "raw-import.db")
    begun = time.perf_counter()
    raw.insert_many(count)
    taken = time.perf_counter() - begun
    raw.close()
    return taken


@contextmanager
def _desk(owner: Actor, studio: Studio) -> Iterator[Desk]:
    desk, over, names = Desk(), threading.Event(), keys(studio.clients).names
    process = psutil.Process()
    desk.before = process.memory_info().rss

    def work() -> None:
        number = 0
        while not over.wait(PAUSE):
            number += 1
            desk.most = max(desk.most, process.memory_info().rss)
            begun = time.perf_counter()
            ask(owner, find_clients, names[number % len(names)])
            read = time.perf_counter()
            perform(owner, create_client, {"name": f"Walk In {number}"})
            desk.reads.append(read - begun)
            desk.writes.append(time.perf_counter() - read)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield desk
    finally:
        over.set()
        thread.join()
