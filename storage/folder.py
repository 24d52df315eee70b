"""The data folder: where everything of one studio lives, and who may serve it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from storage.errors import FolderInUse
from storage.keys import DATABASE_FILE, KEY_FILE


class DataFolder:
    """Readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = path / DATABASE_FILE
        self.key = path / KEY_FILE
        self.files = path / "files"
        self.plugins = path / "plugins"
        self.backups = path / "backups"
        self.copies = path / "copies"
        self.logs = path / "logs"

    def ensure(self) -> DataFolder:
        """Makes what is missing and closes it to others."""
        for folder in (self.path, self.files, self.plugins, self.backups, self.copies, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        return self

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Held by the one process that serves this folder; the system lets go of it when that process dies."""
        lock = FileLock(self.path / "serving.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as held:
            raise FolderInUse(str(self.path)) from held
        try:
            yield
        finally:
            lock.release()


def usual_folder() -> Path:
    """$LINEWORK_DATA, else where this system keeps programs' data."""
    from platformdirs import user_data_path

    told = os.environ.get("LINEWORK_DATA")
    return Path(told) if told else user_data_path("linework", appauthor=False)
