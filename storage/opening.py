"""What is looked at before a database is opened: the engine's version, the file's first bytes, the key."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from storage.connecting import connect, salt_of
from storage.disk import sync_folder
from storage.errors import AffectedSqlite, Damaged, StorageFault, WrongKey, fault_in

_FIRST_AFFECTED, _FIRST_MENDED = (3, 7, 0), (3, 51, 3)


def refuse_affected_sqlite(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Versions 3.7.0 to 3.51.2 can damage a database when a commit resets the log during a checkpoint."""
    if _FIRST_AFFECTED <= version < _FIRST_MENDED:
        raise AffectedSqlite(".".join(map(str, version)))


def refuse_unreadable(path: Path, key: bytes) -> None:
    """Opens the file once, making it when there is none; says whether the key or the file is at fault."""
    if not path.exists():
        if path.with_name(f"{path.name}-wal").exists():
            raise Damaged("the database file is gone, only its log is left")
        _make(path, key)
    begins = _first_bytes(path)
    if not begins:
        raise Damaged("the database file is empty")
    try:
        _read_once(path, key)
    except Damaged as fault:
        if begins != salt_of(key) and any(begins) and not begins.startswith(b"SQLite format 3"):
            raise WrongKey(fault.detail) from fault
        raise
    if begins != salt_of(key):
        raise Damaged("the first bytes of the database file were overwritten")


def _make(path: Path, key: bytes) -> None:
    """Made beside and then named, so that an empty database file is never ours."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    connect(draft, key).close()
    draft.replace(path)
    sync_folder(path.parent)


def begins_as_ours(path: Path, key: bytes) -> bool:
    """Whether the file still begins as every file made with this key does; the page seals do not cover these bytes."""
    return _first_bytes(path) == salt_of(key)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError as error:
        raise fault_in(error) or StorageFault(str(error)) from error


def _read_once(path: Path, key: bytes) -> None:
    """Looked at without touching: a damaged file and its log are kept as they were found."""
    connection = connect(path, key, {}, only_look=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    finally:
        connection.close()
