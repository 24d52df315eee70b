"""The computer dies while bookings are made and moved: what was acknowledged is there, nothing is half there, nobody is
booked twice."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from studio.extension.opening import open_studio
from studio.kernel.anchors import check_journal
from studio.kernel.house import close_house
from tests.conftest import rooms
from tests.faults import booking

ROUNDS, LONG = 1, 6

pytestmark = pytest.mark.faults


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
@pytest.mark.parametrize("rounds", [ROUNDS, pytest.param(LONG, marks=pytest.mark.long)])
def test_killed_while_booking_moving_and_booking_series(migrated: Path, tmp_path: Path, rounds: int) -> None:
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    chance, said = random.Random(21), list[list[str]]()
    for seed in range(rounds):
        said += run_until_killed(folder, seed, chance.uniform(0.05, 0.3))
    at = {words[1]: words[2] for words in said if words[0] == "at"}
    series = {words[2] for words in said if words[0] == "series"}
    assert len(at) >= rounds
    assert series
    house = open_studio(folder, rooms())
    try:
        with house.db.reading() as connection:
            rows = list(connection.execute(text("SELECT * FROM booking ORDER BY held_from")))
            told = dict(
                map(tuple, connection.execute(text("SELECT action, count(*) FROM journal_entry GROUP BY action")))
            )
        judge(rows, at, series)
        series_kept = {row.series_id for row in rows} - {None}
        acts = (told["schedule.booking.create"], told["schedule.series.book"])
        assert acts == (sum(row.series_id is None for row in rows), len(series_kept)), (
            "an act and its entry, or neither"
        )
        assert check_journal(house) is None
    finally:
        close_house()


def judge(rows: list[Any], at: dict[str, str], series: set[str]) -> None:
    assert all(one.held_until <= other.held_from for one, other in pairwise(rows)), "nobody is booked twice"
    kept = {row.code: row for row in rows}
    numbers = sorted(row.number for row in rows)
    assert numbers == list(range(1, len(rows) + 1)), "no number is lost"
    assert [code for code, start in at.items() if code not in kept or kept[code].starts_local < start] == []
    sizes = Counter(row.series_id for row in rows if row.series_id is not None)
    assert set(sizes.values()) == {booking.SERIES}, "a series is there whole or not at all"
    assert series <= set(sizes)


def run_until_killed(folder: Path, seed: int, seconds: float) -> list[list[str]]:
    """What a process acknowledged before it was killed, so many seconds after the first."""
    command = [sys.executable, "-m", booking.__name__, str(folder), str(seed)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    said = [first, *process.stdout.readlines()]
    process.wait()
    return [line.split() for line in said if line.endswith("\n")]
