"""Killed at any instant, the database keeps every sale it has acknowledged and no half of one."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from storage.engine import Database
from tests.storage.tables import Line, Sale, create_tables

KILLS = 40


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="sellers are forked")
def test_no_acknowledged_sale_is_lost_and_none_is_half_done(tmp_path: Path, key: bytes) -> None:
    path, rng, acknowledged = tmp_path / "linework.db", random.Random(7), [-1]
    db = Database(path, key)
    create_tables(db)
    db.close()
    command = [sys.executable, "-m", "tests.storage.worker", str(path), key.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as killer:
        assert killer.stdin
        assert killer.stdout
        for _ in range(KILLS):
            killer.stdin.write(f"{acknowledged[-1] + 1000} {rng.uniform(2, 60)}\n")
            acknowledged += map(int, killer.stdout.readline().split())
            sales, lines, found = _stored(path, key)
            assert set(acknowledged[1:]) <= sales, "an acknowledged sale is gone"
            assert len(sales) == lines == found, "half a sale was left"
        killer.stdin.close()
    assert len(acknowledged) > 2 * KILLS


def _stored(path: Path, key: bytes) -> tuple[set[int], int, int]:
    db = Database(path, key)
    with db.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        sales = set(connection.execute(select(col(Sale.number))).scalars())
        lines = connection.execute(select(func.count()).select_from(Line).join(Sale)).scalar_one()
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM search_piece WHERE search_piece MATCH '\"zoe\"'"
        ).scalar_one()
    db.close()
    return sales, lines, found
