"""What the photos room does by itself: removed pictures go for good once the days to bring them back are over."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from studio.kernel.work import Work, action
from studio.photos.ending import end_for_good, held
from studio.photos.models import Photo

DAYS = "photos.removed.days"


@action("photos.photo.tidy")
def tidy_photos(work: Work) -> int:
    """What was removed longer ago than the studio's days goes for good, but for clients under a hold."""
    before = work.now - timedelta(days=work.house.settings[DAYS])
    over = work.session.exec(select(Photo).where(col(Photo.removed_at) < before)).all()
    kept = held(work) if over else set()
    return end_for_good(work, [photo for photo in over if photo.client_id not in kept])
