"""The computer dies while guests send their forms: what was acknowledged is there, nothing is half there."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from studio.extension.opening import open_studio
from studio.kernel.anchors import check_journal
from studio.kernel.house import close_house
from tests.conftest import rooms
from tests.faults import sending

ROUNDS = 8

pytestmark = pytest.mark.faults


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
def test_killed_while_guests_register(migrated: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    chance, acknowledged = random.Random(20), set[str]()
    for _ in range(ROUNDS):
        acknowledged |= run_until_killed(folder, chance.uniform(0.02, 0.25))
    assert len(acknowledged) > ROUNDS
    house = open_studio(folder, rooms())
    try:
        with house.db.reading() as connection:
            kept = set(connection.execute(text("SELECT form_id FROM registration")).scalars())
            spent = connection.execute(text("SELECT count(*) FROM guest_token WHERE used_at IS NOT NULL")).scalar_one()
            told = connection.execute(
                text("SELECT count(*) FROM journal_entry WHERE action = 'clients.registration.submit'")
            ).scalar_one()
        assert acknowledged <= kept
        assert spent == told == len(kept), "a form, its token and its entry come together or not at all"
        assert check_journal(house) is None
    finally:
        close_house()


def run_until_killed(folder: Path, seconds: float) -> set[str]:
    """Form ids a process acknowledged before it was killed."""
    command = [sys.executable, "-m", sending.__name__, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    said = [first, *process.stdout.readlines()]
    process.wait()
    return {line.strip() for line in said if line.endswith("\n")}
