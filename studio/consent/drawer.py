"""The drawer: draws and seals the paper of a kept packet on a thread of its own, never inside an act."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import structlog

from studio.consent.facts import PacketKept
from studio.kernel import house as houses
from studio.kernel.actor import rule
from studio.kernel.anchors import drop_anchor
from studio.kernel.house import House
from studio.kernel.work import ask, perform

log = structlog.get_logger(__name__)
DRAWER = rule("papers")
PATIENCE = 10.0
"""Seconds a closing house gives the papers that wait; a paper takes less than one."""


FIRST_WAIT, LONGEST_WAIT = 60.0, 24 * 3600.0
"""Seconds until a paper that could not be drawn is tried again."""


@dataclass(frozen=True)
class Failure:
    """How long a paper was left alone after it failed, and when it may be tried again."""

    waited: float
    again_at: float


class Drawer:
    """One thread, begun at the first need; a packet waits in it once however often it is asked for.

    What cannot be drawn is tried again after a minute, then two, four and so on up to a day, and named in the log at
    each try. `clock` tells seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: dict[UUID, Failure] = {}
        self._waiting: dict[UUID, Future[None]] = {}
        self._pool: ThreadPoolExecutor | None = None

    def soon(self, place: House, packet_id: UUID) -> None:
        """Draw it when there is time, and not before it may be tried again."""
        with self._lock:
            failed = self._failed.get(packet_id)
            if packet_id in self._waiting or (failed and self._clock() < failed.again_at):
                return
            self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="papers")
            drawn = self._waiting[packet_id] = self._pool.submit(self._draw, place, packet_id)
        drawn.add_done_callback(partial(self._done, packet_id))

    def stop(self, patience: float = PATIENCE) -> None:
        """Call it before the house is closed: what is begun is finished, what still waits then is drawn next time."""
        with self._lock:
            pool, self._pool = self._pool, None
            waiting = list(self._waiting.values())
        wait(waiting, patience)
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def settle(self, timeout: float | None = None) -> None:
        """Wait until nothing is left to draw."""
        with self._lock:
            waiting = list(self._waiting.values())
        for drawn in waiting:
            drawn.exception(timeout)

    def _draw(self, place: House, packet_id: UUID) -> None:
        try:
            if houses.house() is place:
                draw_paper(place, packet_id)
            self._failed.pop(packet_id, None)
        except houses.NoHouse:
            log.info("closed before a paper was drawn")
        except Exception:
            known = self._failed.get(packet_id)
            wait_for = min(2 * known.waited, LONGEST_WAIT) if known else FIRST_WAIT
            self._failed[packet_id] = Failure(wait_for, self._clock() + wait_for)
            log.exception("paper not drawn", packet=str(packet_id), again_in=wait_for)

    def _done(self, packet_id: UUID, _: Future[None]) -> None:
        with self._lock:
            self._waiting.pop(packet_id, None)


drawer = Drawer()


def draw_paper(place: House, packet_id: UUID) -> None:
    """Draw, seal and keep the paper of one packet, unless it has one. Slow: never inside an act."""
    from studio.consent.actions.paper import keep_paper
    from studio.consent.paper import document_of
    from studio.consent.queries.packets import packet_to_draw
    from studio.documents.drawing import draw
    from studio.documents.sealing import seal

    view = ask(DRAWER, packet_to_draw, packet_id)
    if view.row.document_id is not None:
        return
    pdf = seal(place, draw(document_of(place, view)), view.row.code)
    perform(DRAWER, keep_paper, packet_id, pdf)
    drop_anchor(place, view.row.code)


def draw_soon(fact: PacketKept) -> None:
    """Listens for kept packets."""
    drawer.soon(houses.house(), fact.packet_id)
