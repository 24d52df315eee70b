"""Clients of a file made ready to be found: what they are found by is worked out in a process apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from storage.search_many import Found
from studio.clients.filing import code_of
from studio.clients.importing.asking import answers_apart
from studio.clients.importing.queries import LineToFind, lines_to_find, one_import
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask

PORTION = 500


@dataclass(frozen=True)
class Portion:
    """Some lines in the order of the file, and how each is found; the first gets this number."""

    lines: Sequence[int]
    first: int
    found: Sequence[Found]


def made_ready(house: House, actor: Actor, import_id: UUID) -> Iterator[Portion]:
    """Every line that is not ready yet, in portions; what is asked next is read while the last is worked out."""
    view = ask(actor, one_import, import_id)
    waiting = _waiting(actor, import_id, view.reached, (view.first_number or 0) + view.done)
    asked: list[tuple[int, list[LineToFind]]] = []

    def questions() -> Iterator[bytes]:
        for number, lines in waiting:
            asked.append((number, lines))
            yield json.dumps([_question(number + at, line) for at, line in enumerate(lines)]).encode()

    for answer in answers_apart(house, questions()):
        number, lines = asked.pop(0)
        yield Portion([line.line for line in lines], number, _found(number, lines, answer))


def _waiting(actor: Actor, import_id: UUID, after: int, number: int) -> Iterator[tuple[int, list[LineToFind]]]:
    while lines := ask(actor, lines_to_find, import_id, after, PORTION):
        yield number, lines
        after, number = lines[-1].line, number + len(lines)


def _question(number: int, line: LineToFind) -> list[str]:
    return [line.name, line.preferred_name, line.email, line.phone, code_of(number)]


def _found(number: int, lines: Sequence[LineToFind], answer: Sequence[Any]) -> list[Found]:
    return [
        Found(line.key, code_of(number + at), line.name, line.phone or line.email, text, grams)
        for at, (line, (text, grams)) in enumerate(zip(lines, answer, strict=True))
    ]
