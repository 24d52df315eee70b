"""A thousand phones register within a minute: what the front desk feels of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from re import search as find_in
from urllib.parse import quote

from tests.bench.figures import Figure
from tests.bench.people import keys
from tests.bench.served import Served, product
from tests.bench.studio import NOBODY_WAITS, Studio
from tests.bench.wire import Wire

PHONES, PER_MINUTE, LINES, TURNS, GOAL = 1000, 1000, 8, 4, 2.0
THINKING = 0.02
"""Seconds between two things somebody at the desk does: far quicker than anybody is."""
REAL = {"clients.inbox.limit": 500, "clients.inbox.per_minute": 120}
"""As a studio has it: what the flood meets is part of what is measured."""


@dataclass
class Desk:
    """Somebody at work: finds clients, opens lists, looks at the inbox, one thing after the other."""

    served: Served
    studio: Studio
    taken: list[float] = field(default_factory=list)

    def work(self, stop: threading.Event) -> None:
        wire = Wire(self.served.port, {"Authorization": f"Bearer {self.studio.bearer}"})
        names, number = keys(self.studio.clients).names, 0
        while not stop.is_set():
            name = quote(names[number % len(names)])
            paths = (f"/clients/search?q={name}", "/clients?size=25", "/registrations?state=waiting&size=25")
            begun = time.perf_counter()
            reply = wire.get(f"/api/v1{paths[number % len(paths)]}")
            self.taken.append((time.perf_counter() - begun) * 1000)
            assert reply.status == 200, reply.status
            number += 1
            stop.wait(THINKING)
        wire.close()

    def at(self, share: float) -> float:
        every = sorted(self.taken)
        return every[int(len(every) * share)]


def flooding(studio: Studio, seconds: int) -> Iterator[Figure]:
    """The desk's p95 in the flood beside its p95 without, in turns, on one server in one run."""
    phones = PHONES * seconds // 60
    studio.change(REAL)
    tokens, told = studio.invite(phones), list[int]()
    with product(studio.folder, lan=True) as served:
        calm, rushed = Desk(served, studio), Desk(served, studio)
        for turn in range(TURNS):
            during(calm, lambda: time.sleep(seconds / TURNS / 2))
            during(rushed, partial(flood, served, tokens[turn::TURNS], told))
    studio.change(NOBODY_WAITS)
    taken, strange = told.count(200), sorted(set(told) - {200, 429})
    note = f"{taken} forms taken, {len(told) - taken} asked to come back;"
    op = f"desk during {PER_MINUTE} registrations a minute"
    yield Figure(f"{op}, p95", rushed.at(0.95), "ms", GOAL, calm.at(0.95), note)
    yield Figure(f"{op}, p50", rushed.at(0.5), "ms", None, calm.at(0.5))
    yield Figure("answers to phones that are neither taken nor asked to wait", len(strange), "", 0, note=str(strange))


def during(desk: Desk, what: Callable[[], None]) -> None:
    """Let the desk work while it happens."""
    stop = threading.Event()
    working = threading.Thread(target=desk.work, args=(stop,))
    working.start()
    try:
        what()
    finally:
        stop.set()
        working.join()


def flood(served: Served, tokens: list[str], told: list[int]) -> None:
    """Every phone at its moment, evenly over the time; adds what each was answered."""
    begun, waiting = time.monotonic(), list(enumerate(tokens))[::-1]
    lock = threading.Lock()

    def phone() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                number, token = waiting.pop()
            time.sleep(max(0.0, begun + number * 60 / PER_MINUTE - time.monotonic()))
            told.append(register(served, token, number))

    lines = [threading.Thread(target=phone) for _ in range(LINES)]
    for line in lines:
        line.start()
    for line in lines:
        line.join()


def register(served: Served, token: str, number: int) -> int:
    """Open the form, send it as its script does; what the studio answered."""
    wire = Wire(served.lan_port)
    page = wire.get(f"/r/{token}")
    found = find_in(r'name="?form_token"? value="([^"]+)"', page.body.decode())
    if page.status != 200 or found is None:
        wire.close()
        return page.status
    who = {"name": f"Onda Pessoa{number}", "phone": f"119{number:08d}", "form_token": unescape(found[1])}
    born = {"birth_day": "7", "birth_month": "5", "birth_year": "1990"}
    reply = wire.post(f"/r/{token}", {**who, **born}, Accept="application/json")
    wire.close()
    return reply.status
