"""Puts a whole database in the place of a hurt one. What was there is put aside, never deleted."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import sqlcipher3.dbapi2 as driver

from storage.connecting import connect, salt_of
from storage.copies import make_durable, verify_copy
from storage.disk import sync_folder, write_durably
from storage.errors import Damaged, StorageFault, fault_in
from storage.files import FileStore
from storage.folder import DataFolder
from storage.opening import begins_as_ours

ASIDE = "aside"
SHOWN = 3
_COPY = re.compile(r"before-(?P<owner>.+)-(?P<revision>\d{4})-(?P<made>\d{8}T\d{6})\d*Z\.db")
_TIME = "%Y%m%dT%H%M%S"
_PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Source:
    """A database that could take the place of the present one, not yet verified."""

    kind: Literal["copy", "here", "aside"]
    path: Path
    made: datetime

    @property
    def name(self) -> str:
        """By which it is asked for."""
        return f"{self.kind}:{self.path.parent.name}/{self.path.name}"


def sources(folder: DataFolder) -> list[Source]:
    """What there is to put back, in the order it is worth offering."""
    found = _copies(folder)
    if folder.db.exists() and folder.db.stat().st_size:
        found.append(Source("here", folder.db, _written(folder.db)))
    else:
        kept = sorted((folder.path / ASIDE).glob(f"*/{folder.db.name}"), reverse=True)
        found += [Source("aside", path, _written(path)) for path in kept[:SHOWN]]
    return found


def put_back(folder: DataFolder, key: bytes, source: Source) -> Path:
    """Verifies the source, puts the present database aside and the verified one in its place; gives where aside is.

    Raises Damaged when the source is not whole: then nothing was moved. Broken off half-way, the next start finds the
    database gone and offers what was put aside.
    """
    draft = folder.db.with_name(f"{folder.db.name}.put-back")
    try:
        complete = _verified_draft(source, draft, key) or _needs_no_log(source)
        make_durable(draft)
        aside = _new_aside(folder)
        for part in _PARTS:  # the database first: from here on its absence is seen at any start
            _move(folder.db.with_name(f"{folder.db.name}{part}"), aside)
        if not complete:  # what the anchors vouch for is no longer all there; they stay beside what was
            _move(folder.path / "journal.anchors", aside)
        sync_folder(aside)
        draft.replace(folder.db)
        sync_folder(folder.path)
    except OSError as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    finally:
        _forget(draft)
    return aside


def put_key(folder: DataFolder, key: bytes) -> None:
    """Writes the key file; another one that was there is put aside."""
    try:
        if folder.key.exists():
            shutil.copy2(folder.key, _new_aside(folder) / folder.key.name)
    except OSError as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    write_durably(folder.key, f"{key.hex()}".encode("ascii"))


def read_key(text: str) -> bytes | None:
    """A key as it stands in the key file, with blanks or not; None when it is no key."""
    with suppress(ValueError):
        key = bytes.fromhex("".join(text.split()))
        return key if len(key) == 32 else None
    return None


def key_fits(folder: DataFolder, key: bytes) -> bool:
    """Whether anything in the folder was made with this key."""
    made = [folder.db, *folder.copies.glob("before-*.db"), *(folder.path / ASIDE).glob(f"*/{folder.db.name}")]
    if any(path.exists() and begins_as_ours(path, key) for path in made):
        return True
    files = FileStore(folder.files, key)
    name = next(files.ids(), "")
    return bool(name) and files.verify(name)


def whole_with_its_log(folder: DataFolder, key: bytes) -> bool:
    """Whether database and log together make a whole, tried on a copy of both."""
    draft = folder.db.with_name(f"{folder.db.name}.tried")
    try:
        return _verified_draft(Source("here", folder.db, _written(folder.db)), draft, key)
    except Damaged:
        return False
    finally:
        _forget(draft)


def _copies(folder: DataFolder) -> list[Source]:
    named = [(found["made"], path) for path in folder.copies.glob("*.db") if (found := _COPY.fullmatch(path.name))]
    newest = sorted(named, reverse=True)[:SHOWN]
    return [Source("copy", path, datetime.strptime(made, _TIME).replace(tzinfo=UTC)) for made, path in newest]


def _verified_draft(source: Source, draft: Path, key: bytes) -> bool:
    """A whole database in the draft's place; True when the source's log is in it, False when it has no usable one."""
    log = source.path.with_name(f"{source.path.name}-wal")
    for with_log in (True, False) if log.exists() and log.stat().st_size else (False,):
        _forget(draft)
        shutil.copyfile(source.path, draft)
        with draft.open("rb+") as file:  # the page seals do not cover these bytes: if only they were hurt, all is whole
            file.write(salt_of(key))
        if with_log:
            shutil.copyfile(log, draft.with_name(f"{draft.name}-wal"))
        try:
            _fold_log_in(draft, key)
            verify_copy(draft, key)
        except StorageFault as fault:
            if not with_log:
                raise Damaged(fault.detail) from fault
        else:
            return with_log
    raise Damaged(source.path.name)


def _needs_no_log(source: Source) -> bool:
    """Whether it was closed well, so that all its acts are in the one file. SQLite removes index and log together."""
    log, index = (source.path.with_name(f"{source.path.name}{part}") for part in _PARTS[1:])
    closed = not log.stat().st_size if log.exists() else not index.exists()
    return source.kind != "copy" and closed


def _fold_log_in(draft: Path, key: bytes) -> None:
    try:
        connection = connect(draft, key, {})
        try:
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise Damaged("there is nothing in it")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error


def _new_aside(folder: DataFolder) -> Path:
    made = folder.path / ASIDE / datetime.now(UTC).strftime(f"{_TIME}%fZ")
    made.mkdir(mode=0o700, parents=True)
    return made


def _move(path: Path, into: Path) -> None:
    if path.exists():
        path.rename(into / path.name)


def _forget(draft: Path) -> None:
    for part in _PARTS:
        draft.with_name(f"{draft.name}{part}").unlink(missing_ok=True)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
