"""Pictures whose consent was withdrawn, for those who decide what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.work import Read, query
from studio.photos.models import Photo
from studio.photos.queries.gallery import Size
from studio.photos.refusals import PhotoIsGone

PHOTO, CLIENT = columns_of(Photo).c, columns_of(Client).c
DECIDE = "photos.withdrawn.decide"
LARGEST = 300


@dataclass(frozen=True, slots=True)
class HiddenPhoto:
    """One of them, with whose it is, and why it is kept where that was decided."""

    id: UUID
    client_id: UUID
    code: str
    name: str
    kind: str
    taken_on: date
    hidden_at: datetime
    kept_why: str
    kept_by_name: str


@query(DECIDE)
def hidden_photos(read: Read) -> tuple[HiddenPhoto, ...]:
    """All of them, those first that nobody has decided on."""
    columns = [PHOTO[name] for name in ("id", "client_id", "kind", "taken_on", "hidden_at", "kept_why", "kept_by_name")]
    found = select(*columns, CLIENT.code, CLIENT.name).join(CLIENT.id.table, CLIENT.id == PHOTO.client_id)
    which = found.where(PHOTO.hidden_at.is_not(None), PHOTO.removed_at.is_(None))
    rows = read.connection.execute(
        which.order_by(PHOTO.kept_why != "", PHOTO.hidden_at.desc(), PHOTO.taken_on.desc(), PHOTO.id.desc()).limit(
            LARGEST
        )
    ).mappings()
    return tuple(HiddenPhoto(**row) for row in rows)


@query(DECIDE)
def undecided(read: Read) -> int:
    """How many wait for a decision."""
    waiting = (PHOTO.hidden_at.is_not(None), PHOTO.removed_at.is_(None), PHOTO.kept_why == "")
    return int(read.connection.execute(select(func.count()).select_from(PHOTO.id.table).where(*waiting)).scalar_one())


@query(DECIDE)
def hidden_bytes(read: Read, photo_id: UUID, size: Size = "s") -> bytes:
    """One of them as JPEG. Raises PhotoIsGone for every other."""
    column = PHOTO.small_id if size == "s" else PHOTO.file_id
    kept = read.connection.execute(
        select(column).where(PHOTO.id == photo_id, PHOTO.hidden_at.is_not(None), PHOTO.removed_at.is_(None))
    ).scalar()
    if kept is None:
        raise PhotoIsGone
    return read.house.files.read(kept)
