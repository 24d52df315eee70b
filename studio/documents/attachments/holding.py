"""What attached files tell of people: they go with whomever they are about, bytes and all."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_

from storage.table import columns_of
from studio.documents.attachments.models import Attachment
from studio.extension.holding import Holding
from studio.extension.registry import registry
from studio.kernel.text import N_

FILE = columns_of(Attachment)


def about_clients(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Files on some clients, and on what else of theirs carries files."""
    things = (carrier.of_clients for carrier in registry().carriers().values() if carrier.of_clients)
    return or_(FILE.c.subject_id.in_(clients), *(FILE.c.subject_id.in_(of(clients)) for of in things))


ATTACHED = Holding(
    FILE,
    {
        "person": "name note",
        "picture": "file_id small_id",
        "evidence": "at",
        "staff": "by_id by_name removed_by_name",
        "technical": "subject_kind subject_id kind size pages private removed_at",
    },
    N_("Attached files"),
    whose=about_clients,
    files="file_id small_id",
)
