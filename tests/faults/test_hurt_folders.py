"""Two hundred hurt data folders: each is seen for what it is, left as it was, and whole again after the way out."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pages.recovery.acting import act, proven
from pages.recovery.entering import tried
from pages.recovery.ways import judged, offers, way_out
from storage.connecting import connect
from storage.errors import StorageFault
from storage.folder import DataFolder
from storage.keys import data_key
from studio.extension.opening import open_studio
from studio.kernel.house import House, close_house
from tests.conftest import rooms
from tests.faults.hurting import HURTS, with_a_copy

pytestmark = pytest.mark.faults
KINDS = tuple(HURTS)
ROWS, ALL, AT_ONCE, ROUNDS = 400, 200, 40, 4


@pytest.fixture(scope="module")
def studio_after_a_migration(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With something in it that must not get lost, and the copy made before the migration."""
    folder = tmp_path_factory.mktemp("hurt") / "data"
    shutil.copytree(migrated, folder)
    connection = connect(folder / "linework.db", data_key(folder))
    connection.execute("CREATE TABLE keepsake(number INTEGER, what TEXT)")
    connection.executemany("INSERT INTO keepsake VALUES(?, ?)", [(number, "ink" * 60) for number in range(ROWS)])
    connection.close()
    with_a_copy(folder)
    return folder


def enter(folder: DataFolder) -> Callable[[], House]:
    return lambda: open_studio(folder.path, rooms())


def kept(house: House) -> int:
    with house.db.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(DISTINCT number) FROM keepsake").scalar_one())


def bytes_in(folder: DataFolder) -> dict[str, bytes]:
    """What must stay as it was found; the index of the log is SQLite's scratch paper."""
    return {path.name: path.read_bytes() for path in folder.path.glob("linework.*") if not path.match("*-shm")}


def mend_what_a_person_mends(folder: DataFolder) -> None:
    for place in (folder.copies, folder.backups, folder.logs, folder.files):
        if place.is_file():
            place.unlink()


@pytest.mark.parametrize("seed", [pytest.param(n, marks=[pytest.mark.long] * (n >= AT_ONCE)) for n in range(ALL)])
def test_a_hurt_folder_is_never_opened_empty_and_comes_back_whole(
    studio_after_a_migration: Path, tmp_path: Path, seed: int
) -> None:
    shutil.copytree(studio_after_a_migration, tmp_path / "data")
    folder, key = DataFolder(tmp_path / "data"), data_key(studio_after_a_migration)
    HURTS[KINDS[seed % len(KINDS)]](folder.path, random.Random(seed))
    before = bytes_in(folder)
    fault = tried(folder, enter(folder), lambda: None)
    assert isinstance(fault, StorageFault)
    after = bytes_in(folder)
    assert {name: after.get(name) for name in before} == before
    for _ in range(ROUNDS):
        fault = judged(folder, fault)
        way = way_out(fault)
        if way.needs:
            found = offers(folder, fault)
            act(folder, fault, proven(folder, key.hex()), found[0].name if found else "")
        else:
            mend_what_a_person_mends(folder)
        fault = tried(folder, enter(folder), lambda: None)
        if isinstance(fault, House):
            break
    assert isinstance(fault, House), fault
    try:
        assert kept(fault) == ROWS
    finally:
        close_house()
    everything = {path.read_bytes() for path in folder.path.rglob("linework.*")}
    assert all(data in everything for name, data in before.items() if name == "linework.key" or way.needs == "source")
