"""W2 and W12b through the real server: gate, rights, plain app and JSON included."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from re import search as find_in
from urllib.parse import quote

from tests.bench.figures import Figure, Timed, compared, in_turns
from tests.bench.limit import Limit
from tests.bench.people import keys, people
from tests.bench.served import Served, product
from tests.bench.studio import Studio
from tests.bench.wire import Wire

SEARCH_GOAL, TAIL_GOAL, GROWTH_GOAL, WRITE_GOAL, CROWD_GOAL = 8, 3, 2, 4, 50
CROWD = 50


def searching(studio: Studio, scratch: Path) -> Iterator[tuple[Figure, Timed]]:
    """W2 with a bearer token: what a picker asks at every keystroke, and the list with its total for comparison."""
    wanted, limit = keys(studio.clients), Limit(scratch / f"limit-http-{studio.clients}.db", people(studio.clients))
    with product(studio.folder) as served:
        wire = Wire(served.port, {"Authorization": f"Bearer {studio.bearer}"})
        for what, fragments, floor in (
            ("name", wanted.names, limit.search_name),
            ("phone", wanted.phones, limit.search_phone),
        ):

            def ask(path: str, number: int, fragments: list[str] = fragments) -> None:
                reply = wire.get(f"/api/v1/clients{path}q={quote(fragments[number % len(fragments)])}")
                assert (reply.status, b'"code"' in reply.body) == (200, True)

            def theirs(number: int, fragments: list[str] = fragments, floor: object = floor) -> None:
                assert floor(fragments[number % len(fragments)])  # type: ignore[operator]

            ours, base, empty, listed = in_turns(
                partial(ask, "/search?"),
                theirs,
                lambda _: wire.get("/healthz"),
                partial(ask, "?size=20&"),
            )
            yield from _told(f"{what}, {studio.clients:,}", ours, base, empty, listed)
        wire.close()
    limit.close()


def _told(op: str, ours: Timed, base: Timed, empty: Timed, listed: Timed) -> Iterator[tuple[Figure, Timed]]:
    share = f"an empty answer takes {empty.p50 / ours.p50:.0%} of it"
    figure = compared(f"W2 HTTP {op}", ours, base, SEARCH_GOAL)
    yield figure.explained(lambda: f"server and frameworks: {share}"), ours
    yield Figure(f"W2 HTTP {op}, p95 beside p50", ours.p95, "ms", TAIL_GOAL, ours.p50), ours
    yield compared(f"list of all found, sorted and counted, {op}", listed, base, None), listed


def growth(what: str, small: Timed, large: Timed) -> Figure:
    """How the slow ones grow with the clients on file."""
    return Figure(f"W2 HTTP {what}, p95 of the largest beside the smallest", large.p95, "ms", GROWTH_GOAL, small.p95)


def submitting(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """W12b over HTTP, one after the other and fifty phones at once."""
    limit = Limit(scratch / "limit-http-register.db", people(studio.clients))
    alone, crowd = studio.invite(3 + 50), studio.invite(CROWD)
    with product(studio.folder) as served:
        wire, sheets = Wire(served.port), iter([_opened(served, token) for token in alone])
        ours, base = in_turns(lambda number: _post(wire, *next(sheets), number), limit.register, count=10, rounds=5)
        yield compared("W12b submit, HTTP", ours, base, WRITE_GOAL).explained(
            lambda: "the act itself (see in process), the form and the gate"
        )
        took = _at_once(served, [_opened(served, token) for token in crowd])
        slow = sorted(took)[int(len(took) * 0.95)]
        middle = statistics.median(took)
        figure = Figure(f"W12b {CROWD} phones at once, p95", slow, "ms", CROWD_GOAL, note=f"p50 {middle:.0f} ms;")
        yield figure.explained(lambda: f"one writer, one process: {slow / CROWD:.1f} ms a phone")
    limit.close()


def _opened(served: Served, token: str) -> tuple[str, str]:
    """The path of the form and the seal in it."""
    wire = Wire(served.port)
    page = wire.get(f"/r/{token}").body.decode()
    wire.close()
    found = find_in(r'name="?form_token"? value="([^"]+)"', page)
    assert found, page[:300]
    return f"/r/{token}", unescape(found[1])


def _post(wire: Wire, path: str, seal: str, number: int) -> None:
    born = {"birth_day": "7", "birth_month": "5", "birth_year": "1990"}
    reply = wire.post(path, {"form_token": seal, "name": f"Nova Pessoa{number}", "phone": f"118{number:08d}", **born})
    assert reply.status == 303, reply.status


def _at_once(served: Served, sheets: list[tuple[str, str]]) -> list[float]:
    taken: list[float] = []
    start = threading.Barrier(len(sheets))

    def phone(number: int, sheet: tuple[str, str]) -> None:
        wire = Wire(served.port)
        start.wait()
        begun = time.perf_counter()
        _post(wire, *sheet, number)
        taken.append((time.perf_counter() - begun) * 1000)
        wire.close()

    phones = [threading.Thread(target=phone, args=(number, sheet)) for number, sheet in enumerate(sheets)]
    for each in phones:
        each.start()
    for each in phones:
        each.join()
    assert len(taken) == len(sheets)
    return taken
