"""What can go wrong beneath the business, each with a sentence a person can act on."""

from __future__ import annotations

import errno


def N_(sentence: str) -> str:  # noqa: N802 the mark every translator's tool looks for
    """Marks a sentence for translation; whoever shows it translates it."""
    return sentence


class StorageFault(Exception):
    """The data could not be read or written; nothing half done is left behind."""

    sentence = N_("The studio's data could not be reached. Nothing was changed. Try again.")

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.sentence} ({detail})" if detail else self.sentence)
        self.detail = detail


class AffectedSqlite(StorageFault):
    """This build of SQLite can damage a database, so we refuse to open one with it."""

    sentence = N_("The database engine on this computer is a version that can damage data. Install Linework again.")


class WrongKey(StorageFault):
    """The key does not belong to this database."""

    sentence = N_("The key in the data folder does not open this database. Put the right key file back.")


class KeyMissing(WrongKey):
    """There is a database, but no key to open it with."""

    sentence = N_("The key file is missing from the data folder. Put it back, or restore a backup.")


class Damaged(StorageFault):
    """Bytes on the disk are not the bytes we wrote."""

    sentence = N_("Part of the studio's data is damaged. Restore the last good backup.")


class DatabaseGone(Damaged):
    """There was a studio in this folder, and its database is not there any more."""

    sentence = N_("The studio's database is missing from the data folder. Nothing new was begun in its place.")


class LogGone(Damaged):
    """The write-ahead log with the last acts is missing, or is not the log of this database."""

    sentence = N_("The log with the last changes is missing or damaged. Nothing was opened without it.")


class FilesGone(StorageFault):
    """The folder of attachments has left."""

    sentence = N_("The folder with pictures and documents is missing from the data folder. Put it back.")


class FolderShut(StorageFault):
    """The system does not let us read or write the data folder."""

    sentence = N_("Linework may not read or write its data folder. Nothing was changed.")


class UpgradeFailed(StorageFault):
    """A revision raised; the database is as it was before."""

    sentence = N_("The data could not be brought up to this version of Linework. It was left as it was.")


class DiskFull(StorageFault):
    """There was no room left to write."""

    sentence = N_("The disk is full. Nothing was saved. Free some space, then try again.")


class Busy(StorageFault):
    """Somebody else held the pen for longer than we are willing to wait."""

    sentence = N_("The studio's data is busy with other work. Nothing was saved. Try again in a moment.")


class FolderInUse(StorageFault):
    """Another Linework already serves this data folder."""

    sentence = N_("Linework is already running with this data folder.")


class NewerSchema(StorageFault):
    """A newer Linework wrote this database."""

    sentence = N_("A newer Linework wrote this data. Install that version or a later one.")


def fault_in(error: BaseException) -> StorageFault | None:
    """The fault a driver's or the system's error stands for, or None when it is about our own statement."""
    if isinstance(error, OSError):
        return DiskFull(str(error)) if error.errno in _FULL else StorageFault(str(error))
    name = getattr(error, "sqlite_errorname", "") or ""
    kind = next((fault for start, fault in _KINDS.items() if name.startswith(start)), None)
    return kind(f"{name}: {error}") if kind else None


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_KINDS: dict[str, type[StorageFault]] = {
    "SQLITE_BUSY": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_FULL": DiskFull,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": Damaged,
    "SQLITE_IOERR_WRITE": DiskFull,
    "SQLITE_IOERR": Damaged,
    "SQLITE_CANTOPEN": StorageFault,
    "SQLITE_READONLY": StorageFault,
}
