"""What a new studio has done about its services, for its first steps."""

from __future__ import annotations

from sqlalchemy import exists, select

from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.kernel.work import Read, query

_service = columns_of(ServiceEntry)


@query("catalog.service.see")
def services_offered(read: Read) -> bool:
    """Whether there is a service on the list."""
    offered = select(_service.c.id).where(_service.c.archived_at.is_(None))
    return bool(read.connection.execute(select(exists(offered))).scalar_one())
