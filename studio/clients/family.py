"""Everybody a file stands for: the client, and those who were merged into them."""

from uuid import UUID

from sqlalchemy import Connection, Select, func, or_, select

from storage.table import columns_of
from studio.clients.models import Client

CLIENT = columns_of(Client).c


def family_of(client_id: UUID) -> Select[UUID]:
    """The ids, for `column.in_(…)`. What is attached to a merged file stays where it was signed or sent, and is read
    together with the one that was kept: evidence is never rewritten, and a merge can be undone."""
    return select(CLIENT.id).where(or_(CLIENT.id == client_id, CLIENT.merged_into == client_id))


def head_of(connection: Connection, client_id: UUID) -> UUID:
    """The file a client stands under: their own, or the one it was merged into."""
    found = select(func.coalesce(CLIENT.merged_into, CLIENT.id)).where(CLIENT.id == client_id)
    return connection.execute(found).scalar() or client_id
