"""Who looked into the file of a client: read from the journal, where every look is written down."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_

from storage.table import columns_of
from studio.clients.family import family_of
from studio.kernel.history import Event, events
from studio.kernel.journal import JournalEntry
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query

LOOKS = (".view", ".reveal", ".print", ".export", ".paper.open", ".paper.send", ".document.open")
"""How the names of acts end that only read, or hand over, what not everybody may."""
ENTRY = columns_of(JournalEntry).c


@query("clients.viewer.see")
def who_viewed(read: Read, client_id: UUID, *, page: int = 1, size: int = 20) -> tuple[list[Event], int]:
    """Who read answers, signed consents or documents of this client and of files merged into it, newest first."""
    family = set(read.connection.scalars(family_of(client_id))) or {client_id}
    about = ENTRY.subject.in_([str(Subject("client", one)) for one in family])
    looked = or_(*(ENTRY.action.endswith(end, autoescape=True) for end in LOOKS))
    return events(read.connection, read.house, which=about & looked, page=max(1, page), size=max(1, min(size, 100)))
