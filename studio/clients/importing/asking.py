"""Starting the process that reads files, and hearing it out."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studio.clients.filing import frame_of
from studio.clients.importing import refusals
from studio.clients.importing.apart import serve
from studio.kernel.house import House

PATIENCE = 120.0
"""Seconds between two answers."""
MOST_ANSWER = 64_000_000


def look_apart(house: House, data: bytes, reading: dict[str, Any] | None = None) -> dict[str, Any]:
    """What kind of table it is. Blocks for a second or more; raises what the file is instead."""
    asked = {"what": "look", "reading": reading, "country": house.settings["studio.country"]}
    return next(told(asked, data))


def check_apart(house: House, data: bytes, **about: Any) -> Iterator[list[dict[str, Any]]]:
    """Every line, checked, in portions; `about` is reading, heads, mapping and order."""
    frame = frame_of(house)
    asked = {"what": "check", "today": frame.today.isoformat(), "country": frame.country, "adult": frame.adult, **about}
    for answer in told(asked, data):
        if "rows" not in answer:
            return
        yield answer["rows"]
    raise refusals.FileIsUnreadable


def told(asked: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    """Its answers, one after the other; its end is ours and ours is its."""
    with _apart() as pipe:
        try:
            pipe.send_bytes(json.dumps({**asked, "size": len(data)}).encode())
            if data:
                pipe.send_bytes(data)
            while True:
                if not pipe.poll(PATIENCE):
                    raise refusals.FileIsUnreadable
                answer = json.loads(pipe.recv_bytes(MOST_ANSWER))
                if "refused" in answer:
                    raise refusals.READ_APART.get(answer["refused"], refusals.FileIsUnreadable)(**answer["values"])
                yield answer
        except (EOFError, OSError):  # it was ended for taking too much
            raise refusals.FileUnpacksTooLarge from None


@contextmanager
def _apart() -> Iterator[Any]:
    spawning = multiprocessing.get_context("spawn")
    ours, its = spawning.Pipe()
    process = spawning.Process(target=serve, args=(its,), daemon=True)
    process.start()
    its.close()
    try:
        yield ours
    finally:
        ours.close()
        process.kill()
        process.join()
