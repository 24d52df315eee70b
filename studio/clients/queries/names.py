"""The names the journal knows clients and registrations by."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.models import Client, Registration

CLIENT, FORM = columns_of(Client).c, columns_of(Registration).c


def client_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Name of each client."""
    return {row[0]: row[1] for row in connection.execute(select(CLIENT.id, CLIENT.name).where(CLIENT.id.in_(ids)))}


def registration_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Name on each registration form."""
    return {row[0]: row[1] for row in connection.execute(select(FORM.id, FORM.name).where(FORM.id.in_(ids)))}
