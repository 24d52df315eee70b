"""Which aftercare sheet belongs to what is done."""

from __future__ import annotations

from uuid import UUID

from studio.catalog.queries import service
from studio.documents.papers.giving import sheet_for
from studio.documents.papers.shelf import Standing
from studio.kernel.work import Read

AT_END = "consent.aftercare.at_end"


def sheet_of(read: Read, service_id: UUID | None, kind: str) -> Standing | None:
    """That of the service, else the usual one of its kind; None where none is in use."""
    chosen = service.run(Read(read.connection, read.actor, read.house, "all"), service_id) if service_id else None
    return sheet_for(read.connection, chosen.aftercare if chosen else "", kind)
