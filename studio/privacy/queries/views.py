"""Who looked at what: told from the journal, which keeps it even when what was looked at is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client, Registration
from studio.kernel.journal import JournalEntry
from studio.kernel.subject import Subject
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.privacy.looks import looks
from studio.staff.models import User

ENTRY, USER = columns_of(JournalEntry).c, columns_of(User).c
CLIENT, FORM = columns_of(Client).c, columns_of(Registration).c
SEE = "privacy.views.see"


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
    family = list(read.connection.scalars(family_of(client_id)))
    forms = read.connection.scalars(select(FORM.id).where(FORM.client_id.in_(family) | FORM.about_id.in_(family)))
    subjects = [*(str(Subject("client", one)) for one in family), *(str(Subject("registration", one)) for one in forms)]
    return _lines(read, ENTRY.subject.in_(subjects))


@query(SEE)
def views_between(read: Read, start: datetime, end: datetime) -> tuple[ViewLine, ...]:
    """Who saw what of whom in this time: what a report of a breach needs. Latest first."""
    return _lines(read, ENTRY.at >= start, ENTRY.at < end)


def _lines(read: Read, *which: ColumnElement[bool]) -> tuple[ViewLine, ...]:
    columns = (ENTRY.actor_kind, ENTRY.actor_id, ENTRY.action, ENTRY.subject)
    counted = (func.count().label("times"), func.min(ENTRY.at).label("first"), func.max(ENTRY.at).label("last"))
    found = select(*columns, *counted).where(ENTRY.action.in_(looks()), *which).group_by(*columns)
    rows = read.connection.execute(found.order_by(func.max(ENTRY.at).desc())).all()
    words = looks()
    people = {str(row.id): row.name for row in read.connection.execute(select(USER.id, USER.name))}
    clients = {str(Subject("client", row.id)): (row.code, row.name) for row in
               read.connection.execute(select(CLIENT.id, CLIENT.code, CLIENT.name))} if rows else {}  # fmt: skip
    return tuple(
        ViewLine(
            people.get(row.actor_id, row.actor_id or row.actor_kind), t(words[row.action]),
            *clients.get(row.subject, ("", "")), row.times, row.first, row.last,
        )
        for row in rows
    )  # fmt: skip
