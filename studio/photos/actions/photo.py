"""Keeping pictures of a client, mending what is written beside them, removing them, and looking at them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from studio.clients.actions.client import present
from studio.clients.models import Client
from studio.kernel.refusal import Stale
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Read, Work, action
from studio.photos import facts, refusals
from studio.photos.details import FIELDS, clean_details
from studio.photos.models import Photo, PhotoShowing
from studio.photos.permitted import PUBLICITY, RECORD, REMOVED, agreed, end_showings, must_keep
from studio.photos.pictures import Drawn
from studio.photos.queries.gallery import LARGEST_PAGE, Gallery, gallery_of
from studio.photos.reach import looked_after, the_photo
from studio.staff.models import User

KEEP, REMOVE = "photos.photo.keep", "photos.photo.remove"


@action("photos.photo.add", needs=KEEP)
def add_photo(work: Work, client_id: UUID, drawn: Drawn, details: Mapping[str, Any]) -> Photo:
    """Keep a picture made by `pictures.read_photo`; `details` holds what `details.FIELDS` names, `kind` at least.

    Raises RecordConsentIsMissing unless the client has agreed to photos for the file.
    """
    client = present(work, client_id)
    looked_after(work, client, KEEP)
    must_keep(work, client)
    today = work.house.clock.today(work.house.settings["studio.zone"])
    values = clean_details({"kind": "", "taken_on": today, **details}, today)
    _works_here(work, values)
    files = work.house.files
    photo = Photo(
        client_id=client.id,
        file_id=files.put(drawn.large),
        small_id=files.put(drawn.small),
        wide=drawn.wide,
        tall=drawn.tall,
        added_by=work.actor.id if work.actor.kind == "person" else None,
        added_by_name=work.actor.name,
        **values,
    )
    work.add(photo)
    work.emit(facts.PictureKept(client.id, photo.id))
    return photo


@action("photos.photo.edit", needs=KEEP)
def edit_photo(work: Work, photo_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> Photo:
    """Change what is named; refused as stale when somebody saved since `seen_version`."""
    photo = the_photo(work, photo_id, KEEP)
    if seen_version is not None and photo.version != seen_version:
        raise Stale
    if photo.hidden_at is not None:
        raise refusals.PhotoIsHidden
    today = work.house.clock.today(work.house.settings["studio.zone"])
    values = clean_details(details, today, {name: getattr(photo, name) for name in FIELDS})
    _works_here(work, values)
    changed = {name: value for name, value in values.items() if getattr(photo, name) != value}
    for name, value in changed.items():
        setattr(photo, name, value)
    if changed:
        work.emit(facts.PictureEdited(photo.client_id, photo.id))
    return photo


@edit_photo.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = dict(past.before("photo"))
    artist = before.get("artist_id")
    told = {name: before[name] for name in FIELDS if name in before}
    told |= {"artist_id": UUID(artist) if artist else None, "tags": str(before.get("tags", "")).split("\n")}
    edit_photo(work, UUID(past.of("photo")[0]["id"]), told)


@action("photos.photo.remove")
def remove_photo(work: Work, photo_id: UUID) -> Photo:
    """Take it off the file and out of public; it can be brought back until the studio's days are over."""
    photo = the_photo(work, photo_id, REMOVE)
    if photo.hidden_at is not None:
        raise refusals.PhotoIsHidden
    photo.removed_at, photo.removed_by_name = work.now, work.actor.name
    work.add(photo)
    end_showings(work, photo.client_id, _standing(work, photo), REMOVED)
    work.emit(facts.PictureRemoved(photo.client_id, photo.id))
    return photo


@action("photos.photo.restore", needs=REMOVE)
def restore_photo(work: Work, photo_id: UUID) -> Photo:
    """Bring a removed picture back, and into public where it was and still may be."""
    photo = the_photo(work, photo_id, REMOVE, removed=True)
    standing, since = agreed(work, photo.client_id), photo.removed_at
    photo.removed_at, photo.removed_by_name = None, ""
    photo.hidden_at = None if RECORD in standing else photo.hidden_at or work.now
    work.add(photo)
    work.emit(facts.PictureRestored(photo.client_id, photo.id))
    if {RECORD, PUBLICITY} <= standing:
        _show_again(work, photo, since)
    return photo


@remove_photo.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_photo(work, _one(past))


@restore_photo.undone_by
def _take_off(work: Work, past: Past) -> None:
    remove_photo(work, _one(past))


@add_photo.undone_by
def _not_kept(work: Work, past: Past) -> None:
    remove_photo(work, _one(past))


@action("photos.photo.view", needs="photos.photo.see")
def view_photos(work: Work, client_id: UUID, page: int = 1, size: int = LARGEST_PAGE) -> Gallery:
    """The pictures of a client, newest first; who looked is written in the journal where there is something to see."""
    client = work.get(Client, client_id)
    scope = work.permit("photos.photo.see")
    gallery = gallery_of(Read(work.connection, work.actor, work.house, scope), client.id, page, size)
    if gallery.photos:
        work.emit(facts.PicturesViewed(client.id, len(gallery.photos)))
    return gallery


def _one(past: Past) -> UUID:
    told = past.of("photo")
    if len(told) != 1:
        raise CannotBeUndone
    return UUID(told[0]["id"])


def _standing(work: Work, photo: Photo) -> list[PhotoShowing]:
    standing = select(PhotoShowing).where(PhotoShowing.photo_id == photo.id, col(PhotoShowing.ended_at).is_(None))
    return list(work.session.exec(standing))


def _show_again(work: Work, photo: Photo, since: Any) -> None:
    was = select(PhotoShowing).where(
        PhotoShowing.photo_id == photo.id, PhotoShowing.ended_why == REMOVED, PhotoShowing.ended_at == since
    )
    for showing in work.session.exec(was).all():
        showing.ended_at, showing.ended_why = None, ""
        work.add(showing)
        work.emit(facts.PublicityChanged(photo.client_id, 1, shown=True))


def _works_here(work: Work, values: Mapping[str, Any]) -> None:
    artist = values.get("artist_id")
    if artist is not None and work.session.get(User, artist) is None:
        raise refusals.ArtistIsUnknown("artist_id")
