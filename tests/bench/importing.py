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


@dataclass
class Desk:
    """Somebody who searches and puts a client on file all the while, and the most memory that was held."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    most: int = 0

    def p95(self, of: str) -> float:
        every = sorted(getattr(self, of))
        return float(every[int(len(every) * 0.95)] * 1000)


def importing(studio: Studio, scratch: Path, count: int) -> Iterator[Figure]:
    """`count` new clients from a CSV file, on a copy of the studio."""
    copy = scratch / "importing"
    shutil.copytree(studio.folder, copy)
    taken = Studio(copy, studio.clients, studio.bearer, studio.cookie)
    with at_work(taken) as (house, owner):
        perform(owner, create_client, {"name": "Nova Pessoa", "phone": "11987654321", "email": "n@example.com"})
        raw = _raw_seconds(house, scratch, count)
        with _desk(owner, taken) as calm:
            time.sleep(CALM)
        before = psutil.Process().memory_info().rss
        with _desk(owner, taken) as meanwhile:
            begun = time.perf_counter()
            import_id = _checked(house, owner, _file(count))
            checked = time.perf_counter()
            running.begin_import(owner, import_id, "skip")
            running.wait(import_id)
            done = time.perf_counter()
        made = ask(owner, one_import, import_id).counts["made"]
    note = f"{made / (done - begun):,.0f} rows/s in all, {made / (done - checked):,.0f} once checked"
    note += f"; raw {count / raw:,.0f} rows/s"
    yield Figure(f"import {made:,} clients, a row", (done - begun) / made * 1000, "ms", None, raw / count * 1000, note)
    yield Figure("import, memory held more", (meanwhile.most - before) / 1e6, "MB", None)
    for what in ("reads", "writes"):
        op = f"import, desk {what} meanwhile, p95"
        note = f"longest {max(getattr(meanwhile, what)) * 1000:,.0f} ms"
        yield Figure(op, meanwhile.p95(what), "ms", None, calm.p95(what), note)


def _file(count: int) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["Name", "Phone", "E-mail", "Notes"])
    for number, one in enumerate(people(count)):
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
