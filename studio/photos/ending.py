"""Pictures that go for good, with their bytes; never of clients whose records somebody holds back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import select

from studio.extension.stored import let_go
from studio.kernel.work import Work
from studio.photos import facts
from studio.photos.models import Photo, PhotoShowing
from studio.privacy.due import held_clients


def held(work: Work) -> set[UUID]:
    """Clients under a hold today."""
    return held_clients(work.connection, work.house.clock.today(work.house.settings["studio.zone"]))


def end_for_good(work: Work, photos: Sequence[Photo]) -> int:
    """Rows and bytes; gives how many."""
    gone: dict[UUID, int] = {}
    for photo in photos:
        for showing in work.session.exec(select(PhotoShowing).where(PhotoShowing.photo_id == photo.id)).all():
            work.session.delete(showing)
        work.session.flush()
        work.session.delete(photo)
        gone[photo.client_id] = gone.get(photo.client_id, 0) + 1
    let_go(work, [name for photo in photos for name in (photo.file_id, photo.small_id)])
    for client_id, count in gone.items():
        work.emit(facts.PicturesDeleted(client_id, count))
    return len(photos)
