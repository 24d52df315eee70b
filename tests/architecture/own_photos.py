"""Photos of somebody's own work and clients: tried by one, and by a colleague."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from studio.clients.actions import set_artist
from studio.kernel.actor import Actor
from studio.kernel.work import ask, perform
from studio.photos.actions import remove_photo, show_photos
from studio.photos.queries import picture_bytes
from tests.factories.people import id_of, signed_in
from tests.factories.pictures import agreeing, kept


def _of(other: Actor) -> UUID:
    """A photo of their work."""
    owner = signed_in("owner")
    return kept(owner, agreeing(owner), artist_id=id_of(other)).id


def _keep(me: Actor, other: Actor) -> object:
    owner = signed_in("owner")
    client = agreeing(owner)
    perform(owner, set_artist, client.id, id_of(other))
    return kept(me, client)


OWN_PHOTOS: dict[str, tuple[str, list[Callable[[Actor, Actor], object]]]] = {
    "photos.photo.see": ("guest_artist", [lambda me, other: ask(me, picture_bytes, _of(other))]),
    "photos.photo.keep": ("guest_artist", [_keep]),
    "photos.photo.remove": ("artist", [lambda me, other: perform(me, remove_photo, _of(other))]),
    "photos.publicity.mark": ("guest_artist", [lambda me, other: perform(me, show_photos, [_of(other)])]),
}
