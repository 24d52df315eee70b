"""One service."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.catalog.refusals import ServiceIsUnknown
from studio.catalog.view import FIELDS, Service, service_of
from studio.kernel.work import Read, query

SERVICE = columns_of(ServiceEntry).c
ROW = tuple(SERVICE[name] for name in FIELDS)


@query("catalog.service.see")
def service(read: Read, service_id: UUID) -> Service:
    """One service, archived or not; raises ServiceIsUnknown."""
    row = read.connection.execute(select(*ROW).where(SERVICE.id == service_id)).mappings().first()
    if row is None:
        raise ServiceIsUnknown
    return service_of(row)


@query("catalog.service.see")
def service_by_code(read: Read, code: str) -> Service:
    """The service people know by this code; raises ServiceIsUnknown."""
    row = read.connection.execute(select(*ROW).where(SERVICE.code == code.strip().upper()[:40])).mappings().first()
    if row is None:
        raise ServiceIsUnknown
    return service_of(row)


def service_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal knows services by."""
    named = select(SERVICE.id, SERVICE.name).where(SERVICE.id.in_(ids))
    return {row.id: row.name for row in connection.execute(named)}
