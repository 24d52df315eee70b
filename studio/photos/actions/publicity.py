"""What may be shown in public: marked, unmarked, and taken out as files without names."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from studio.clients.models import Client
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Work, action
from studio.photos import facts, refusals
from studio.photos.models import Photo, PhotoShowing
from studio.photos.permitted import end_showings, must_show
from studio.photos.reach import the_photo

MARK, EXPORT = "photos.publicity.mark", "photos.portfolio.export"
MOST, MOST_OUT = 200, 60


@action("photos.publicity.show", needs=MARK)
def show_photos(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """These may be shown in public from now on; gives those that were not before.

    Raises PublicityConsentIsMissing, and marks none, unless each client has agreed to photos in public.
    """
    photos, marked = _chosen(work, ids), dict[UUID, list[UUID]]()
    if any(photo.hidden_at is not None for photo in photos):
        raise refusals.PhotoIsHidden
    for client_id in dict.fromkeys(photo.client_id for photo in photos):
        must_show(work, work.get(Client, client_id))
    for photo in photos:
        if _showing(work, photo.id) is None:
            work.add(
                PhotoShowing(photo_id=photo.id, client_id=photo.client_id, shown_from=work.now, by_name=work.actor.name)
            )
            marked.setdefault(photo.client_id, []).append(photo.id)
    for client_id, theirs in marked.items():
        work.emit(facts.PublicityChanged(client_id, len(theirs), shown=True))
    return [one for theirs in marked.values() for one in theirs]


@action("photos.publicity.hide", needs=MARK)
def hide_photos(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """These may not be shown any more; gives those that could be before."""
    ended: dict[UUID, list[PhotoShowing]] = {}
    for photo in _chosen(work, ids):
        showing = _showing(work, photo.id)
        if showing is not None:
            ended.setdefault(photo.client_id, []).append(showing)
    for client_id, theirs in ended.items():
        end_showings(work, client_id, theirs, "unmarked")
    return [one.photo_id for theirs in ended.values() for one in theirs]


@show_photos.undone_by
def _show_no_more(work: Work, past: Past) -> None:
    hide_photos(work, _those(past))


@hide_photos.undone_by
def _show_again(work: Work, past: Past) -> None:
    show_photos(work, _those(past))


@action(EXPORT)
def export_photos(work: Work, ids: Sequence[UUID]) -> list[bytes]:
    """The pictures as JPEG, bare of any name, place or camera data, in the order asked; that they left is written down.

    The consent is judged anew for each. Raises NotShown for what is not marked.
    """
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > MOST_OUT:
        raise refusals.TooManyAtOnce(most=MOST_OUT)
    files = [_public_file(work, one) for one in wanted]
    if files:
        work.emit(facts.PicturesExported(len(files)))
    return [work.house.files.read(one) for one in files]


def _public_file(work: Work, photo_id: UUID) -> str:
    photo = work.session.get(Photo, photo_id)
    if photo is None or photo.removed_at is not None:
        raise refusals.PhotoIsGone
    if photo.hidden_at is not None or _showing(work, photo.id) is None:
        raise refusals.NotShown
    must_show(work, work.get(Client, photo.client_id))
    return photo.file_id


def _chosen(work: Work, ids: Sequence[UUID]) -> list[Photo]:
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > MOST:
        raise refusals.TooManyAtOnce(most=MOST)
    return [the_photo(work, one, MARK) for one in wanted]


def _showing(work: Work, photo_id: UUID) -> PhotoShowing | None:
    standing = select(PhotoShowing).where(PhotoShowing.photo_id == photo_id, col(PhotoShowing.ended_at).is_(None))
    return work.session.exec(standing).first()


def _those(past: Past) -> list[UUID]:
    told = [change["after"] or change["before"] for change in past.of("photo_showing")]
    if not told:
        raise CannotBeUndone
    return [UUID(row["photo_id"]) for row in told]
