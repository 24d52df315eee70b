"""Starting the process that reads files, and hearing it out."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from studio.clients.filing import frame_of
from studio.clients.importing import refusals
from studio.clients.importing.apart import serve
from studio.clients.importing.reading import Line
from studio.kernel.house import House

PATIENCE = 120.0
"""Seconds between two answers."""
MOST_ANSWER = 64_000_000


def look_apart(house: House, data: bytes, reading: dict[str, Any] | None = None) -> dict[str, Any]:
    """What kind of table it is. Blocks for a second or more; raises what the file is instead."""
    asked = {"what": "look", "reading": reading, "country": house.settings["studio.country"]}
    return next(told(asked, data))


def lines_apart(data: bytes, most: int) -> list[Line]:
    """The lines of a short list, its head first. Raises TooManyLines, or what the file is instead."""
    return [(number, cells) for number, cells in next(told({"what": "list", "most": most}, data))["lines"]]


def check_apart(house: House, data: bytes, **about: Any) -> Iterator[list[list[Any]]]:
    """Every line as it is stored, checked, in portions; `about` is reading, heads, mapping and order."""
    frame = frame_of(house)
    asked = {"what": "check", "frame": {**asdict(frame), "today": frame.today.isoformat()}, **about}
    for answer in told(asked, data):
        if "rows" not in answer:
            return
        yield answer["rows"]
    raise refusals.FileIsUnreadable


def answers_apart(house: House, questions: Iterable[bytes]) -> Iterator[list[Any]]:
    """What people are found by, a portion an answer; the next question is on its way before an answer is given."""
    with _apart() as pipe, _ended():
        pipe.send_bytes(json.dumps({"what": "find", "country": house.settings["studio.country"]}).encode())
        waiting = False
        for question in questions:
            answer = _heard(pipe)["rows"] if waiting else None
            pipe.send_bytes(question)
            waiting = True
            if answer:
                yield answer
        if waiting:
            yield _heard(pipe)["rows"]
        pipe.send_bytes(b"[]")


def told(asked: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    """Its answers, one after the other; its end is ours and ours is its."""
    with _apart() as pipe, _ended():
        pipe.send_bytes(json.dumps({**asked, "size": len(data)}).encode())
        if data:
            pipe.send_bytes(data)
        del data
        while True:
            yield _heard(pipe)


def _heard(pipe: Any) -> dict[str, Any]:
    if not pipe.poll(PATIENCE):
        raise refusals.FileIsUnreadable
    answer: dict[str, Any] = json.loads(pipe.recv_bytes(MOST_ANSWER))
    if "refused" in answer:
        raise refusals.READ_APART.get(answer["refused"], refusals.FileIsUnreadable)(**answer["values"])
    return answer


@contextmanager
def _ended() -> Iterator[None]:
    """When it ends too soon, it was ended for taking too much."""
    try:
        yield
    except (EOFError, OSError):
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
