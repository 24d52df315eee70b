"""What a new studio has done with clients, for its first steps."""

from __future__ import annotations

from sqlalchemy import exists, select

from storage.table import columns_of
from studio.clients.models.client import Client
from studio.clients.models.importing import ClientImport
from studio.clients.models.registration import Registration
from studio.kernel.work import Read, query

_client, _registration, _import = columns_of(Client), columns_of(Registration), columns_of(ClientImport)


@query("clients.client.see")
def anybody_on_file(read: Read) -> bool:
    """Whether there is a client."""
    return bool(read.connection.execute(select(exists(select(_client.c.id)))).scalar_one())


@query("clients.registration.see")
def form_has_come(read: Read) -> bool:
    """Whether somebody ever sent a form."""
    return bool(read.connection.execute(select(exists(select(_registration.c.id)))).scalar_one())


@query("clients.client.import")
def file_brought_in(read: Read) -> bool:
    """Whether clients of a file were put on file."""
    brought = select(_import.c.id).where(_import.c.state == "done")
    return bool(read.connection.execute(select(exists(brought))).scalar_one())
