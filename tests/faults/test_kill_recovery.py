"""Ended at every step of putting a copy back: the next start opens it whole or shows the way, never an empty one."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from pages.recovery.acting import act
from pages.recovery.entering import tried
from storage.errors import StorageFault
from storage.folder import DataFolder
from storage.keys import data_key
from storage.putting_back import put_back, sources
from studio.kernel.house import House, close_house
from tests.faults.hurting import overwrite
from tests.faults.test_hurt_folders import ROWS, enter, kept, studio_after_a_migration

__all__ = ["studio_after_a_migration"]
pytestmark = [pytest.mark.faults, pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")]
MOVES = ("rename", "replace", "unlink", "mkdir")


def killed_before(step: int, folder: DataFolder, key: bytes) -> bool:
    """Put the first offer back in a process that dies before its nth move of a file; False when it came through."""
    child = os.fork()
    if not child:
        left = itertools.count(step, -1)
        for name in MOVES:
            _dying(name, left)
        try:
            put_back(folder, key, sources(folder)[0])
        except BaseException:  # noqa: BLE001  a child never comes back into the test
            os._exit(3)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 9}
    return code == 9


def _dying(name: str, left: Any) -> None:
    really = getattr(Path, name)

    def move(*args: Any, **named: Any) -> Any:
        if next(left) == 0:
            os._exit(9)
        return really(*args, **named)

    setattr(Path, name, move)


def test_whatever_step_it_is_ended_at_nothing_is_lost(studio_after_a_migration: Path, tmp_path: Path) -> None:
    key, seen = data_key(studio_after_a_migration), set()
    for step in itertools.count():
        shutil.copytree(studio_after_a_migration, tmp_path / f"{step}")
        folder = DataFolder(tmp_path / f"{step}")
        overwrite(folder.db, 9000, b"x" * 64)
        hurt = folder.db.read_bytes()
        killed = killed_before(step, folder, key)
        assert hurt in {path.read_bytes() for path in folder.path.rglob("linework.db")}
        found = tried(folder, enter(folder), lambda: None)
        seen.add(type(found).__name__)
        if isinstance(found, StorageFault):
            act(folder, found, key, sources(folder)[0].name)
            found = tried(folder, enter(folder), lambda: None)
        assert isinstance(found, House)
        assert kept(found) == ROWS
        close_house()
        if not killed:
            break
    assert {"Damaged", "DatabaseGone", "House"} == seen
    assert step > 5
