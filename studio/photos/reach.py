"""Whose pictures somebody may see or touch: everybody's, or those of one's own clients and of one's own work."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, true

from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.actor import Actor
from studio.kernel.permissions import Scope
from studio.kernel.refusal import Denied
from studio.kernel.work import Work
from studio.photos import refusals
from studio.photos.models import Photo

CLIENT, PHOTO = columns_of(Client).c, columns_of(Photo).c


def own(actor: Actor, scope: Scope) -> ColumnElement[bool]:
    """The condition on pictures joined with their clients."""
    if scope == "all":
        return true()
    mine = (PHOTO.artist_id, PHOTO.added_by, func.coalesce(CLIENT.artist_id, CLIENT.filed_by))
    return or_(*(column == actor.id for column in mine))


def looked_after(work: Work, client: Client, permission: str) -> None:
    """Raises Denied for whoever may only touch their own clients' pictures, and this is nobody of theirs."""
    if work.permit(permission) == "own" and (client.artist_id or client.filed_by) != work.actor.id:
        raise Denied


def the_photo(work: Work, photo_id: UUID, permission: str, *, removed: bool = False) -> Photo:
    """The picture, for whoever it is theirs to touch. Raises PhotoIsGone, also for what was removed."""
    photo = work.session.get(Photo, photo_id)
    if photo is None or (photo.removed_at is not None) != removed:
        raise refusals.PhotoIsGone
    scope = work.permit(permission)
    joined = select(PHOTO.id).join(CLIENT.id.table, CLIENT.id == PHOTO.client_id)
    if work.connection.execute(joined.where(PHOTO.id == photo_id, own(work.actor, scope))).first() is None:
        raise Denied
    return photo
