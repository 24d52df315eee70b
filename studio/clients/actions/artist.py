"""Who of the studio looks after a client, which also decides whose artist sees their contact."""

from uuid import UUID

from studio.clients import facts, refusals
from studio.clients.actions.client import present
from studio.clients.masking import sight_of
from studio.clients.models import Client
from studio.kernel.work import Work, action
from studio.staff.models import User


@action("clients.artist.set")
def set_artist(work: Work, client_id: UUID, artist_id: UUID | None, seen_version: int | None = None) -> Client:
    """Let somebody who works here look after the client, or nobody. Raises ArtistIsUnknown.

    Raises ContactIsHidden for whoever would give themselves a client to see a contact that is hidden from them.
    """
    client = present(work, client_id, seen_version)
    sight = sight_of(work)
    if sight.scope == "own" and artist_id == sight.user_id and not sight.shows(client.artist_id, client.filed_by):
        raise refusals.ContactIsHidden("artist_id")
    artist = work.session.get(User, artist_id) if artist_id else None
    if artist_id and (artist is None or not artist.active):
        raise refusals.ArtistIsUnknown("artist_id")
    if client.artist_id != artist_id:
        client.artist_id = artist_id
        work.emit(facts.ClientEdited(client.id, ("artist_id",)))
    return client
