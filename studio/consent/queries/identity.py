"""Which pictures of identity documents there are of a signing, and when they went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.consent.models import IdentityPicture
from studio.kernel.work import Read, query

PICTURE = columns_of(IdentityPicture).c


@dataclass(frozen=True)
class PictureRow:
    """One picture, without its bytes: looking at it is an act, and told."""

    id: UUID
    whose: str
    taken_by: str
    taken_at: datetime
    removed_at: datetime | None
    removed_why: str


@query("consent.packet.see")
def identity_pictures(read: Read, ceremony_id: UUID) -> list[PictureRow]:
    """Those of one signing, the newest first, also the ones that were removed."""
    wanted = select(PICTURE.id, PICTURE.whose, PICTURE.taken_by_name, PICTURE.taken_at, PICTURE.removed_at,
                    PICTURE.removed_why)  # fmt: skip
    found = wanted.where(PICTURE.ceremony_id == ceremony_id).order_by(PICTURE.taken_at.desc())
    return [PictureRow(*row) for row in read.connection.execute(found)]
