"""Reads of upkeep: the journal."""

from __future__ import annotations

from studio.kernel.history import Event, events
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query


@query("upkeep.journal.see")
def list_journal(
    read: Read, *, subject: Subject | None = None, action: str = "", page: int = 1, size: int = 50
) -> tuple[list[Event], int]:
    """A page of everything that happened, newest first, and how many entries there are."""
    return events(read.connection, read.house, subject=subject, action=action, page=page, size=size)
