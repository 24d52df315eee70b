"""Two hundred want the same hour, again and again: one has it each time, and nobody meets a locked database."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from uuid_utils.compat import uuid7

from storage.exclusion import held_already
from storage.table import columns_of
from studio.kernel.house import House
from studio.kernel.work import ask
from studio.schedule.models import Booking
from studio.schedule.queries import list_bookings
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle

ROOT = Path(__file__).parents[3]
PROCESSES, WRITERS = 2, 100


@pytest.mark.parametrize("rounds", [2, pytest.param(20, marks=pytest.mark.long)])
def test_exactly_one_of_two_hundred_wins_each_slot(studio: House, rounds: int) -> None:
    owner = signed_in("owner")
    artist, client = needle(owner).id, on_file(owner).id
    slots = [f"2027-06-{day + 1:02d}T12:00" for day in range(rounds)]
    told: Counter[str] = Counter()
    with ExitStack() as stack:
        racers = [stack.enter_context(racer(studio, str(artist), str(client), slots)) for _ in range(PROCESSES)]
        assert [one.stdout.readline() for one in racers] == ["ready\n"] * PROCESSES
        for one in racers:
            one.stdin.write("go\n")
            one.stdin.flush()
        for one in racers:
            for line in one.stdout:
                times, _, answer = line.strip().partition(" ")
                told[answer] += int(times)
    assert told == {"booked": rounds, "ArtistIsBusy": rounds * (PROCESSES * WRITERS - 1)}
    assert ask(owner, list_bookings).total == rounds


def racer(studio: House, *words: Any) -> Any:
    artist, client, slots = words
    command = [sys.executable, "-m", "tests.studio.schedule.racing", str(studio.folder.path), artist, client]
    pipe = subprocess.PIPE
    return subprocess.Popen([*command, str(WRITERS), *slots], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def test_whoever_writes_past_the_verbs_meets_the_table(studio: House) -> None:
    owner = signed_in("owner")
    made = booked(owner, needle(owner).id)
    row = {name: getattr(made, name) for name in Booking.model_fields}
    with pytest.raises(IntegrityError) as refused, studio.db.writing() as session:
        session.connection().execute(insert(columns_of(Booking)), row | {"id": uuid7(), "number": 2, "code": "BK-0002"})
    assert held_already(refused.value) == "artist_id"
