"""What is wrong, in kind words, and which ways out there are."""

from __future__ import annotations

from dataclasses import dataclass

from storage.errors import (
    Busy,
    Damaged,
    DatabaseGone,
    DiskFull,
    FilesGone,
    FolderShut,
    KeyMissing,
    LogGone,
    NewerSchema,
    StorageFault,
    UpgradeFailed,
    WrongKey,
)
from storage.folder import DataFolder
from storage.keys import data_key
from storage.putting_back import Source, key_fits, sources
from studio.kernel.text import N_


@dataclass(frozen=True, slots=True)
class Way:
    """What the screen says of one kind of fault."""

    title: str
    advice: str
    needs: str = ""
    """What an act is about: `key`, `source` or `files`; nothing when only trying again helps."""


ELSE = Way(N_("The studio cannot be opened"), N_("Mend what is named above, then try again."))
WAYS: dict[type[StorageFault], Way] = {
    KeyMissing: Way(N_("The key is missing"), N_("Without its key nobody can read the studio's data."), "key"),
    WrongKey: Way(N_("This is not the right key"), N_("The key file belongs to another studio or was cut off."), "key"),
    NewerSchema: Way(
        N_("This data is newer than this Linework"),
        N_("Best is to install the newer Linework again: nothing is lost then. Else go back to an earlier state."),
        "source",
    ),
    UpgradeFailed: Way(
        N_("The new version could not take over the data"),
        N_("Open the data with the Linework you used before, or go back to an earlier state."),
        "source",
    ),
    FilesGone: Way(
        N_("Pictures and documents are missing"),
        N_("Put the folder back where it was, then try again. You can also go on without them."),
        "files",
    ),
    FolderShut: Way(
        N_("The data folder cannot be used"),
        N_("Give your account the right to read and write this folder and all that is in it, then try again."),
    ),
    DiskFull: Way(N_("The disk is full"), N_("Free some space, then try again. Delete nothing in the data folder.")),
    Busy: Way(N_("The data is in use"), N_("Close other programs that use the data folder, then try again.")),
    DatabaseGone: Way(
        N_("The database is missing"),
        N_("If you know where it is, put it back and try again. Nothing empty was begun in its place."),
        "source",
    ),
    LogGone: Way(
        N_("The last changes are missing"),
        N_("If you know where the log is, put it back and try again. Else go on with what is whole without it."),
        "source",
    ),
    Damaged: Way(
        N_("The studio's data is damaged"),
        N_("Nothing was changed and nothing will be deleted. What is there now is put aside before anything else."),
        "source",
    ),
}


def way_out(fault: StorageFault) -> Way:
    """The nearest way for this kind of fault."""
    return next((WAYS[kind] for kind in type(fault).__mro__ if kind in WAYS), ELSE)


def judged(folder: DataFolder, fault: StorageFault) -> StorageFault:
    """A key that does not open the database but opens all the rest is the right key of a damaged database."""
    if type(fault) is not WrongKey:
        return fault
    try:
        fits = key_fits(folder, data_key(folder.path))
    except (StorageFault, OSError):
        return fault
    return Damaged(fault.detail) if fits else fault


def offers(folder: DataFolder, fault: StorageFault) -> list[Source]:
    """What could be put back, as far as the folder can be read. What lost its log alone is newer than any copy."""
    if way_out(fault).needs != "source":
        return []
    try:
        found = sources(folder)
    except OSError:
        return []
    return sorted(found, key=lambda one: one.kind != "here") if isinstance(fault, LogGone) else found
