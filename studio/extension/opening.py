"""Opening the house: key, migrations, database, and every room's part in it."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import SQLModel

from storage.arriving import refuse_hurt
from storage.engine import Database
from storage.files import FileStore
from storage.folder import DataFolder
from storage.keys import data_key
from storage.migrate import Lineage, pending, upgrade
from studio.extension.registry import Registry, use_registry
from studio.extension.timers import last_run
from studio.kernel.house import House, open_house
from studio.kernel.journal import last_moment
from studio.kernel.permissions import Rights
from studio.kernel.settings import Settings
from studio.kernel.time import Clock

CORE = Lineage("core", Path(__file__).parent.parent / "migrations", SQLModel.metadata)


def open_studio(path: Path, registry: Registry, *, clock: Clock | None = None) -> House:
    """Open a data folder, new or old, bring it up to date, and make it this process's house.

    Raises StorageFault, with a sentence for people, when the folder cannot be opened.
    """
    folder = DataFolder(path)
    refuse_hurt(folder)
    key = data_key(folder.ensure().path)
    db = _database(folder, key)
    try:
        return open_house(_furnished(folder, key, db, registry, clock or Clock()))
    except BaseException:
        db.close()
        raise


def _furnished(folder: DataFolder, key: bytes, db: Database, registry: Registry, clock: Clock) -> House:
    rights, settings = Rights(db.reading), Settings(db.reading)
    registry.declare(rights, settings)
    house = House(folder, key, db, FileStore(folder.files, key), rights, settings, clock=clock)
    registry.furnish(house)
    _look_at_the_clock(house)
    use_registry(registry)
    return house


def _look_at_the_clock(house: House) -> None:
    """It may have been set back while nobody looked: what was over then is over now."""
    with house.db.reading() as connection:
        for known in (last_moment(connection), last_run(connection)):
            if known is not None:
                house.clock.remember(known)


def _database(folder: DataFolder, key: bytes) -> Database:
    if not folder.db.exists():
        upgrade(folder.db, key, [CORE], folder.copies)
        return Database(folder.db, key)
    db = Database(folder.db, key)
    if not pending(db, [CORE]):
        return db
    db.close()
    upgrade(folder.db, key, [CORE], folder.copies)
    return Database(folder.db, key)
