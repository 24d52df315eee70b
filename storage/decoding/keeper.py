"""Keeps the process apart: begins it at the first need, watches it, ends it when a file was too much or nobody asks."""

from __future__ import annotations

import json
import multiprocessing
import threading
import time
from typing import Any

from storage.decoding.apart import serve
from storage.decoding.asked import Unfit, Wish
from storage.decoding.kinds import kind_of

PATIENCE = 20.0
"""Seconds for one file."""
QUEUE = 60.0
"""Seconds to wait for the files before it."""
MOST_GROWN = 900_000_000
"""Bytes it may really hold, on every system."""
IDLE = 60.0
LIVES = 200
"""Files until it is begun anew."""
LOOK_EVERY = 0.1
MOST_SAID = 100_000_000
"""Bytes of one answer: a picture of ours is far smaller."""
PICTURES = frozenset({"jpeg", "png", "webp"})


def redrawn(upload: bytes, *wishes: Wish) -> list[bytes]:
    """The picture drawn anew, once for each wish; raises Unfit. Takes up to a second: call it outside an act."""
    if kind_of(upload) not in PICTURES:
        raise Unfit("unclear")
    return keeper.ask({"wishes": [wish.told() for wish in wishes]}, upload)[1]


def paper_pages(upload: bytes) -> int:
    """The pages of a PDF that is neither locked nor acts by itself; raises Unfit."""
    if kind_of(upload) != "pdf":
        raise Unfit("unclear")
    return int(keeper.ask({}, upload)[0]["pages"])


class Keeper:
    """One process, one file at a time; whatever breaks it is `unclear`, and the next file gets a new one."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: Any = None
        self._pipe: Any = None
        self._asked = 0
        self._rest: threading.Timer | None = None

    def ask(self, question: dict[str, Any], upload: bytes) -> tuple[dict[str, Any], list[bytes]]:
        if not self._turn.acquire(timeout=QUEUE):
            raise Unfit("busy")
        try:
            used = self._process is not None
            return self._tried(question, upload, again=used)
        finally:
            self._go_on()
            self._turn.release()

    def stop(self) -> None:
        """End it; the next question begins another."""
        with self._turn:
            self._end()

    def _tried(self, question: dict[str, Any], upload: bytes, *, again: bool) -> tuple[dict[str, Any], list[bytes]]:
        """One that ended over what it was asked before is no fault of this file: a new one is asked."""
        try:
            self._begin()
            return self._heard(question, upload)
        except (EOFError, OSError, ValueError, TypeError):
            self._end()
            if again:
                return self._tried(question, upload, again=False)
            raise Unfit("unclear") from None

    def _heard(self, question: dict[str, Any], upload: bytes) -> tuple[dict[str, Any], list[bytes]]:
        end = time.monotonic() + PATIENCE
        self._pipe.send_bytes(json.dumps({**question, "size": len(upload)}).encode())
        self._pipe.send_bytes(upload)
        told = json.loads(self._next(end))
        if not isinstance(told, dict):
            raise TypeError("no answer of ours")
        if "unfit" in told:
            raise Unfit(told["unfit"])
        return told, [self._next(end) for _ in question.get("wishes", ())]

    def _next(self, end: float) -> bytes:
        """What it says next, unless it takes too long or too much."""
        while not self._pipe.poll(LOOK_EVERY):
            if time.monotonic() > end or _holds(self._process.pid) > MOST_GROWN:
                self._end()
                raise Unfit("large")
        said: bytes = self._pipe.recv_bytes(MOST_SAID)
        return said

    def _begin(self) -> None:
        if self._rest:
            self._rest.cancel()
        if self._asked >= LIVES or (self._process is not None and not self._process.is_alive()):
            self._end()
        if self._process is None:
            spawning = multiprocessing.get_context("spawn")
            self._pipe, its = spawning.Pipe()
            self._process = spawning.Process(target=serve, args=(its,), name="files", daemon=True)
            self._process.start()
            its.close()
        self._asked += 1

    def _go_on(self) -> None:
        """Let it rest a while before it is let go."""
        if self._process is not None:
            self._rest = threading.Timer(IDLE, self.stop)
            self._rest.daemon = True
            self._rest.start()

    def _end(self) -> None:
        process, pipe = self._process, self._pipe
        self._process, self._pipe, self._asked = None, None, 0
        if process is not None:
            pipe.close()
            process.kill()
            process.join()


def _holds(pid: int) -> int:
    """The bytes a process holds now; none of one that has ended."""
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


keeper = Keeper()
