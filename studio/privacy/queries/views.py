"""Who looked at what: told from the journal, which keeps it even when what was looked at is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.kernel.journal import JournalEntry
from studio.kernel.subject import Subject
from studio.kernel.text import N_, t
from studio.kernel.work import Read, query
from studio.staff.models import User

ENTRY, USER, CLIENT = columns_of(JournalEntry).c, columns_of(User).c, columns_of(Client).c
SEE = "privacy.views.see"
LOOKS: Mapping[str, str] = {
    "clients.health.view": N_("Health answers"),
    "clients.identity.reveal": N_("Number of the identity document"),
    "consent.packet.view": N_("Signed consent"),
    "consent.signed.view": N_("What was just signed"),
    "consent.paper.open": N_("Document of a consent"),
    "consent.identity.view": N_("Picture of an identity document"),
    "documents.document.open": N_("Document on file"),
    "documents.client_file.print": N_("Printed client file"),
    "documents.attachment.open": N_("Attached file"),
    "privacy.file.make": N_("Person file"),
    "clients.client.export": N_("List of clients, as a file"),
    "upkeep.journal.take_out": N_("The journal, as a file"),
}
"""Acts that are nothing but somebody reading what is private; those at the end are about many people at once."""


@dataclass(frozen=True, slots=True)
class ViewLine:
    """Somebody looked at something of a client (or of many: no code), so many times between two moments."""

    who: str
    what: str
    code: str
    name: str
    times: int
    first: datetime
    last: datetime


@query(SEE)
def views_of(read: Read, client_id: UUID) -> tuple[ViewLine, ...]:
    """Everybody who ever looked at something private of this client, latest first."""
    subjects = [str(Subject("client", one)) for one in read.connection.scalars(family_of(client_id))]
    return _lines(read, ENTRY.subject.in_(subjects))


@query(SEE)
def views_between(read: Read, start: datetime, end: datetime) -> tuple[ViewLine, ...]:
    """Who saw what of whom in this time: what a report of a breach needs. Latest first."""
    return _lines(read, ENTRY.at >= start, ENTRY.at < end)


def _lines(read: Read, *which: ColumnElement[bool]) -> tuple[ViewLine, ...]:
    columns = (ENTRY.actor_kind, ENTRY.actor_id, ENTRY.action, ENTRY.subject)
    counted = (func.count().label("times"), func.min(ENTRY.at).label("first"), func.max(ENTRY.at).label("last"))
    found = select(*columns, *counted).where(ENTRY.action.in_(LOOKS), *which).group_by(*columns)
    rows = read.connection.execute(found.order_by(func.max(ENTRY.at).desc())).all()
    people = {str(row.id): row.name for row in read.connection.execute(select(USER.id, USER.name))}
    clients = {str(Subject("client", row.id)): (row.code, row.name) for row in
               read.connection.execute(select(CLIENT.id, CLIENT.code, CLIENT.name))} if rows else {}  # fmt: skip
    return tuple(
        ViewLine(
            people.get(row.actor_id, row.actor_id or row.actor_kind), t(LOOKS[row.action]),
            *clients.get(row.subject, ("", "")), row.times, row.first, row.last,
        )
        for row in rows
    )  # fmt: skip
