"""The process that reads files, and works out what clients are found by, while the studio goes on.

It knows no key and no database, and may neither write files nor grow without end.

What it is sent and what it says are plain JSON; a file that breaks it breaks nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from multiprocessing.connection import Connection
from typing import Any

from storage.restraint import restrain
from storage.terms import indexed
from studio.clients.importing import cells, refusals
from studio.clients.importing.checking import Checker
from studio.clients.importing.heads import guess_mapping
from studio.clients.importing.reading import Line, guess_reading, raw_lines
from studio.clients.importing.rows import DAYS, as_row
from studio.clients.rules.details import Frame
from studio.clients.rules.finding import found_by
from studio.kernel.refusal import Refusal

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 900
PORTION = 500
LOOKED_AT, SHOWN = 1_000, 3


def serve(pipe: Connection[Any, Any]) -> None:
    """Answer one question about one file, in portions, or many about those in it, and end."""
    try:
        restrain(MOST_MEMORY, MOST_SECONDS)
        asked = json.loads(pipe.recv_bytes())
        if asked["what"] == "find":
            answer_all(pipe, asked["country"])
            return
        data = pipe.recv_bytes() if asked["size"] else b""
        for answer in answers(asked, data):
            pipe.send_bytes(json.dumps(answer).encode())
    except Refusal as refusal:
        pipe.send_bytes(json.dumps({"refused": type(refusal).__name__, "values": refusal.values}).encode())
    except (MemoryError, RecursionError):
        pipe.send_bytes(b'{"refused": "FileUnpacksTooLarge", "values": {}}')
    except Exception:  # noqa: BLE001  whatever a file did to its reader is no more than a file that cannot be read
        pipe.send_bytes(b'{"refused": "FileIsUnreadable", "values": {}}')
    finally:
        pipe.close()


def answers(asked: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    """One answer to a look or a short list, many portions to a check."""
    if asked["what"] in ("look", "list"):
        yield look_at(data, asked) if asked["what"] == "look" else {"lines": list_of(data, asked["most"])}
        return
    frame = Frame(**{**asked["frame"], "today": date.fromisoformat(asked["frame"]["today"])})
    checked = Checker(asked["heads"], asked["mapping"], asked["order"], frame).all(_body(data, asked["reading"]))
    rows = map(as_row, checked)
    while portion := list(islice(rows, PORTION)):
        yield {"rows": portion}
    yield {"end": True}


def list_of(data: bytes, most: int) -> list[Line]:
    """All lines of a file that may have so many below its head."""
    lines = list(islice(raw_lines(data, guess_reading(data)), most + 2))
    if len(lines) > most + 1:
        raise refusals.TooManyLines(limit=most)
    return lines


def answer_all(pipe: Connection[Any, Any], country: str) -> None:
    """What each portion of people is found by, until an empty one."""
    while people := json.loads(pipe.recv_bytes()):
        pipe.send_bytes(json.dumps({"rows": [found_as(country, *one) for one in people]}).encode())


def found_as(country: str, name: str, preferred: str, email: str, phone: str, code: str) -> tuple[str, str]:
    """The text and the fragments somebody is found by."""
    index = indexed(name, code, found_by(name, preferred, email, phone, code, country))
    return index.text, index.grams


def look_at(data: bytes, asked: dict[str, Any]) -> dict[str, Any]:
    """Columns, a few values of each, what they probably are, and how many lines there are."""
    if not data:
        raise refusals.FileIsEmpty
    reading = asked.get("reading") or guess_reading(data)
    lines = raw_lines(data, reading)
    first = next(lines, (0, []))[1]
    beginning = list(islice(lines, LOOKED_AT))
    rest = sum(1 for _ in lines)
    named = reading["head"]
    heads = _heads(first) if named else ["" for _ in first]
    rows = [row for _, row in beginning] if named else [first, *(row for _, row in beginning)]
    mapping = guess_mapping(heads)
    days = (row[at] for at, field in enumerate(mapping) if field in DAYS for row in rows if at < len(row))
    return {
        "reading": reading,
        "heads": heads,
        "samples": [_samples(at, rows) for at in range(len(heads))],
        "lines": len(rows) + rest,
        "mapping": mapping,
        "order": cells.guess_order(days, asked["country"]),
    }


def _body(data: bytes, reading: dict[str, Any]) -> Iterator[Line]:
    lines = raw_lines(data, reading)
    first = next(lines, None)
    return lines if reading["head"] or first is None else chain([first], lines)


def _heads(first: list[str]) -> list[str]:
    heads = [" ".join(cell.split())[:80] for cell in first]
    while heads and not heads[-1]:
        heads.pop()
    return heads


def _samples(at: int, rows: list[list[str]]) -> list[str]:
    filled = (" ".join(row[at].split())[:60] for row in rows if at < len(row) and row[at].strip())
    return list(islice(dict.fromkeys(filled), SHOWN))
