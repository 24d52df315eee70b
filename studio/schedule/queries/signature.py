"""The signature an artist keeps on file: seen by themselves alone."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.schedule.models import Artist

ARTIST = columns_of(Artist).c


@query("schedule.artist.see")
def kept_signature(read: Read, artist_id: UUID) -> dict[str, Any] | None:
    """The strokes, for whoever signs in as this artist; nothing for everybody else."""
    mine = (ARTIST.id == artist_id, ARTIST.user_id == read.actor.id)
    kept = read.connection.execute(select(ARTIST.signature).where(*mine)).scalar()
    return json.loads(read.house.files.read(kept)) if kept else None
