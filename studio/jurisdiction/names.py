"""Names of the studio's own profiles, for the audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.jurisdiction.models import ProfileCopy

COPY = columns_of(ProfileCopy)


def copy_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Id → name."""
    return {row.id: row.name for row in connection.execute(select(COPY.c.id, COPY.c.name).where(COPY.c.id.in_(ids)))}
