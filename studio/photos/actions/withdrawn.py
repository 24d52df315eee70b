"""Pictures whose consent was withdrawn: deleted for good, or kept because something obliges the studio to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from studio.clients.rules.cleaning import clean_text
from studio.kernel.work import Work, action
from studio.photos import facts, refusals
from studio.photos.ending import end_for_good, held
from studio.photos.models import Photo

DECIDE = "photos.withdrawn.decide"


@action("photos.withdrawn.delete", needs=DECIDE)
def delete_hidden(work: Work, ids: Sequence[UUID]) -> int:
    """Gone for good, bytes and all; nothing brings them back. Raises PhotoIsHeld under a hold."""
    photos = _hidden(work, ids)
    if held(work).intersection(photo.client_id for photo in photos):
        raise refusals.PhotoIsHeld
    return end_for_good(work, photos)


@action("photos.withdrawn.keep", needs=DECIDE)
def keep_hidden(work: Work, ids: Sequence[UUID], why: str) -> int:
    """They stay, hidden, and off the list of what is to be decided; the reason stays on record."""
    reason = clean_text(why, 300)
    if not reason:
        raise refusals.ReasonIsMissing("why")
    kept: dict[UUID, int] = {}
    for photo in _hidden(work, ids):
        photo.kept_why, photo.kept_by_name = reason, work.actor.name
        work.add(photo)
        kept[photo.client_id] = kept.get(photo.client_id, 0) + 1
    for client_id, count in kept.items():
        work.emit(facts.HiddenPictureKept(client_id, count))
    return sum(kept.values())


def _hidden(work: Work, ids: Sequence[UUID]) -> list[Photo]:
    found = [work.session.get(Photo, one) for one in dict.fromkeys(ids)]
    photos = [photo for photo in found if photo is not None and photo.hidden_at is not None]
    if len(photos) != len(found):
        raise refusals.PhotoIsGone
    return photos
