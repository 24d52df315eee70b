"""What is looked at before a data folder is touched at all: whether something of a studio that was here has left."""

from __future__ import annotations

import struct
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from storage.connecting import connect
from storage.errors import Damaged, DatabaseGone, FilesGone, FolderShut, KeyMissing, LogGone, StorageFault, fault_in
from storage.folder import DataFolder
from storage.opening import refuse_unreadable
from storage.putting_back import ASIDE, whole_with_its_log

_LOG_HEADER = 32
_PROBE = 256 * 1024
_LOG_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
ANCHORS = "journal.anchors"


def refuse_hurt(folder: DataFolder) -> None:
    """Raises what is wrong with the folder as it lies there. Nothing is made, moved or mended."""
    try:
        if not folder.db.exists():
            _refuse_a_studio_without_database(folder)
        else:
            _refuse_missing_parts(folder)
    except OSError as error:
        raise shut(error) from error


def refuse_unwritable(folder: DataFolder) -> None:
    """Says so when the disk is full or the folder is closed to us, before SQLite takes either for damage."""
    probe = folder.path / "writing.part"
    try:
        try:
            probe.write_bytes(bytes(_PROBE))
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise shut(error) from error


def refuse_damaged_pages(folder: DataFolder, key: bytes) -> None:
    """Every page's seal. A page a checkpoint was writing when the power went still stands in the log: that is whole."""
    if not folder.db.exists():
        return
    refuse_unreadable(folder.db, key)
    bad = _broken_seals(folder.db, key)
    if bad and not (_length(log_of(folder.db)) and whole_with_its_log(folder, key)):
        raise Damaged(bad)


def shut(error: OSError) -> StorageFault:
    """What the system refused, as a fault: a full disk is one of its own."""
    found = fault_in(error)
    return found if found is not None and type(found) is not StorageFault else FolderShut(str(error))


def log_of(db: Path) -> Path:
    """The write-ahead log of a database."""
    return db.with_name(f"{db.name}-wal")


def _refuse_a_studio_without_database(folder: DataFolder) -> None:
    """A folder with traces of a studio is never begun anew. A key alone is a first start that broke off."""
    traces = [log_of(folder.db), folder.path / ANCHORS, *folder.copies.glob("before-*.db"), *folder.files.glob("??/*")]
    traces += (folder.path / ASIDE).glob("*")
    if any(trace.exists() for trace in traces):
        raise DatabaseGone(folder.db.name)


def _refuse_missing_parts(folder: DataFolder) -> None:
    if not folder.key.exists():
        raise KeyMissing(folder.key.name)
    log = log_of(folder.db)
    if not log.exists() and log.with_name(f"{folder.db.name}-shm").exists():
        raise LogGone(f"{log.name} is missing")  # SQLite removes the two together, the log last
    if _length(log) > _LOG_HEADER and not _is_a_log(log):
        raise LogGone(f"{log.name} is not a log")
    if not folder.files.exists():
        raise FilesGone(folder.files.name)


def _is_a_log(path: Path) -> bool:
    """Whether the log begins as SQLite wrote it: what does not is passed over by SQLite, and the acts in it lost."""
    with path.open("rb") as file:
        header = file.read(_LOG_HEADER)
    order = _LOG_MAGIC.get(struct.unpack(">I", header[:4])[0])
    if order is None:
        return False
    first = second = 0
    words = struct.unpack(f"{order}6I", header[:24])
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return (first, second) == struct.unpack(">2I", header[24:])


def _broken_seals(path: Path, key: bytes) -> str:
    """The first thing the seals tell; nothing when all hold."""
    try:
        connection = connect(path, key, {}, only_look=True)
        try:
            found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    return str(found[0][0]) if found else ""


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
