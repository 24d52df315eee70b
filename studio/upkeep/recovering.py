"""What was done on the recovery screen, told to the journal as soon as there is one again."""

from __future__ import annotations

from datetime import datetime

from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.kernel.work import Work, action
from studio.upkeep.facts import DatabasePutBack, Recovered

NOTE = "upkeep.recovery.note"

PERMISSIONS = (Permission.of(NOTE, N_("Write down what was done on the recovery screen"), "rule"),)
SENTENCES = {
    "upkeep.recovery.put_back": N_("Another database took the place of the present one on the recovery screen"),
    "upkeep.recovery.key": N_("The key of the data was given anew on the recovery screen"),
    "upkeep.recovery.files": N_("The studio was opened without its pictures and documents on the recovery screen"),
}


@action("upkeep.recovery.put_back", needs=NOTE)
def note_put_back(work: Work, kind: str, made: datetime | None) -> None:
    """A database as it was at that moment is the present one; who was signed in by it signs in again."""
    work.note("database", kind, None, {"kept_at": made.isoformat() if made else ""})
    work.emit(DatabasePutBack(kind))


@action("upkeep.recovery.key", needs=NOTE)
def note_key(work: Work) -> None:
    """The key file was written anew."""
    work.emit(Recovered("key"))


@action("upkeep.recovery.files", needs=NOTE)
def note_files(work: Work) -> None:
    """The folder of pictures and documents was made anew, empty."""
    work.emit(Recovered("files"))
