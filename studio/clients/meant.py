"""For whom an invitation is, where it is for somebody on file."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from storage.table import columns_of
from studio.clients.models import Client, FormInvitation
from studio.kernel.work import Work

INVITED, CLIENT = columns_of(FormInvitation).c, columns_of(Client).c
MEANT = (
    select(CLIENT.id, CLIENT.merged_into)
    .join(columns_of(FormInvitation), INVITED.client_id == CLIENT.id)
    .where(INVITED.token_id == bindparam("token"))
)


def client_meant(work: Work, token_id: UUID) -> UUID | None:
    """The client whose code it is; after a merge, the file that was kept."""
    found = work.connection.execute(MEANT, {"token": token_id}).first()
    return None if found is None else found.merged_into or found.id
