"""A long file takes no more memory than a short one: nothing of it is ever held whole but its own bytes."""

from __future__ import annotations

import tracemalloc

from studio.kernel.house import House
from tests.factories.imports import imported
from tests.factories.people import signed_in

SHORT, LONG, ROOM = 1_500, 9_000, 4_000_000
"""A line held as Python objects takes 1 KB and more: 7,500 of them would not fit into the room."""


def file(count: int, first: int) -> bytes:
    people = range(first, first + count)
    return ("Name,E-mail,Notes\n" + "\n".join(f"Person {n},p{n}@example.com,Of the old list" for n in people)).encode()


def most_held(lines: int, first: int) -> int:
    owner, data = signed_in("owner", email=f"{first}@example.com"), file(lines, first)
    tracemalloc.start()
    try:
        assert imported(owner, data).counts["made"] == lines
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_six_times_the_lines_take_the_same_memory(studio: House) -> None:
    most_held(100, 0)  # what is imported and compiled once
    short, long = most_held(SHORT, 10_000), most_held(LONG, 20_000)
    assert long - short < ROOM
