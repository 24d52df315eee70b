"""Who can look after a client."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.staff.models import User

USER = columns_of(User).c


@query("clients.client.see")
def everybody_here(read: Read) -> Mapping[UUID, str]:
    """Everybody who works here now, by name."""
    working = select(USER.id, USER.name).where(USER.active).order_by(USER.name, USER.id)
    return {row.id: row.name for row in read.connection.execute(working)}
