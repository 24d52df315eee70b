"""What has happened to a client, told from the journal for the file of that client."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.importing.telling import FILLS, fills_of
from studio.clients.masking import contact_is_seen, masked_change
from studio.clients.models import ClientTouch
from studio.kernel.history import Event, events
from studio.kernel.journal import JournalEntry
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query

HEALTH = "health_answer"
TELLING = {"registration", "client_merge"}
"""Tables whose rows hold contact among other things."""
ENTRY, TOUCH = columns_of(JournalEntry).c, columns_of(ClientTouch).c


@query("clients.client.see")
def client_history(read: Read, client_id: UUID, *, page: int = 1, size: int = 30) -> tuple[list[Event], int]:
    """A page of the client's history, newest first, and how many events there are in all.

    Acts on many clients stand in it too, told of this one alone; so does what happened to files merged into this one.
    Which health question was answered is left out for those who may see the light only, contact for whom it is hidden.
    """
    family = set(read.connection.scalars(family_of(client_id))) or {client_id}
    found, total = events(
        read.connection, read.house, which=_about(family), page=max(1, page), size=max(1, min(size, 100))
    )
    known = {str(one) for one in family}
    hidden = set() if read.house.rights.scope(read.actor, "clients.health.see") else {HEALTH}
    masked = not contact_is_seen(read, client_id)
    hidden |= TELLING if masked else set()
    told = [_of_these(_with_fills(read, event, family), known, hidden) for event in found]
    return [_without_contact(event) for event in told] if masked else told, total


def _with_fills(read: Read, event: Event, family: set[UUID]) -> Event:
    """What an import told of this client stands in rows of its own."""
    imports = [UUID(change["id"]) for change in event.changes if change["table"] == FILLS.name]
    told = [change for import_id in imports for change in fills_of(read.connection, import_id, family)]
    return replace(event, changes=[*told, *(change for change in event.changes if change["table"] != FILLS.name)])


def _without_contact(event: Event) -> Event:
    return replace(event, changes=[masked_change(change) for change in event.changes])


def _about(family: set[UUID]) -> ColumnElement[bool]:
    own = ENTRY.subject.in_([str(Subject("client", one)) for one in family])
    return or_(own, ENTRY.no.in_(select(TOUCH.entry_no).where(TOUCH.client_id.in_(family))))


def _of_these(event: Event, family: set[str], hidden: set[str]) -> Event:
    def ours(change: dict[str, Any]) -> bool:
        return change["table"] not in hidden and (change["table"] != "client" or change["id"] in family)

    return replace(event, changes=[change for change in event.changes if ours(change)])
