"""Verified copies of a database that may be in use."""

from __future__ import annotations

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from storage.connecting import connect
from storage.disk import sync_folder
from storage.errors import Damaged, StorageFault, fault_in


def copy_database(path: Path, key: bytes, target: Path) -> None:
    """One whole, encrypted file of this moment, opened and checked before it gets its name."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        source = connect(path, key)
        try:
            source.execute("VACUUM INTO ?", (str(draft),))
        finally:
            source.close()
        verify_copy(draft, key)
        make_durable(draft)
        draft.replace(target)
        sync_folder(target.parent)
    except (driver.Error, OSError) as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def verify_copy(path: Path, key: bytes) -> None:
    """Raises Damaged unless every page is ours and the whole hangs together."""
    copy = connect(path, key, {})
    try:
        found = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        found += [row for row in copy.execute("PRAGMA integrity_check") if row != ("ok",)]
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    finally:
        copy.close()
    if found:
        raise Damaged(f"{path.name}: {found[0][0]}")


def keep_newest(folder: Path, pattern: str, many: int) -> None:
    """Removes all but the newest, by the time they were made."""
    for old in sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime_ns)[:-many]:
        old.unlink(missing_ok=True)


def make_durable(path: Path) -> None:
    """On the disk, and its owner's alone."""
    path.chmod(0o600)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
