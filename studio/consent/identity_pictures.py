"""Pictures of identity documents: drawn anew, encrypted, shown to few, and gone when the country's rule says so."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlmodel import col, select

from storage.decoding import Wish
from storage.table import columns_of
from studio.consent import facts
from studio.consent.models import Ceremony, IdentityPicture
from studio.extension.incoming import Allowed, draw_anew
from studio.kernel.work import Work

TAKEN = Allowed(most=15)
WISH = Wish(1600, quality=83)
WHOSE = ("client", "guardian")


def read_picture(upload: bytes) -> bytes:
    """The picture as JPEG, upright, without camera data or place. Takes up to a second: call it outside an act."""
    return draw_anew(upload, WISH, allowed=TAKEN, field="picture")[0]


def standing(work: Work, ceremony_id: UUID) -> dict[str, IdentityPicture]:
    """Whose → the picture that is kept of it now."""
    kept = select(IdentityPicture).where(
        IdentityPicture.ceremony_id == ceremony_id, col(IdentityPicture.removed_at).is_(None)
    )
    return {one.whose: one for one in work.session.exec(kept)}


def keep(work: Work, ceremony: Ceremony, whose: str, jpeg: bytes) -> IdentityPicture:
    """Store it, encrypted; one that was taken before goes."""
    earlier = standing(work, ceremony.id).get(whose)
    row = IdentityPicture(
        ceremony_id=ceremony.id,
        client_id=ceremony.client_id,
        whose=whose,
        file_id=work.house.files.put(jpeg),
        sha256=hashlib.sha256(jpeg).hexdigest(),
        taken_by_name=work.actor.name,
        taken_by=work.actor.id,
        taken_at=work.now,
    )
    work.add(row)
    work.emit(facts.IdentityPictureTaken(ceremony.client_id, ceremony.id, ceremony.device_id, whose))
    if earlier is not None:
        remove(work, earlier, "another was taken")
    return row


def remove(work: Work, picture: IdentityPicture, why: str) -> None:
    """Its bytes first: whatever happens next, nobody can look at them any more."""
    file_id, picture.file_id = picture.file_id, None
    picture.removed_at, picture.removed_why = work.now, why
    work.session.flush()
    table = columns_of(IdentityPicture)
    shared = work.connection.execute(table.select().where(table.c.file_id == file_id)).first()
    if file_id and shared is None:
        work.house.files.remove(file_id)
    work.emit(facts.IdentityPictureRemoved(picture.client_id, picture.ceremony_id, None, picture.whose, why))
