"""The portrait on a client's file."""

from uuid import UUID

from studio.clients import facts
from studio.clients.actions.client import present
from studio.clients.models import Client
from studio.clients.pictures import Portrait
from studio.kernel.work import Work, action


@action("clients.client.set_photo", needs="clients.client.edit")
def set_photo(work: Work, client_id: UUID, portrait: Portrait) -> Client:
    """Keep a portrait made by `pictures.read_portrait`, which redraws it outside the transaction."""
    client = present(work, client_id)
    client.photo = work.house.files.put(portrait.large)
    client.photo_small = work.house.files.put(portrait.small)
    work.emit(facts.PhotoChanged(client.id))
    return client


@action("clients.client.remove_photo", needs="clients.client.edit")
def remove_photo(work: Work, client_id: UUID) -> Client:
    """Take the portrait off the file."""
    client = present(work, client_id)
    if client.photo:
        client.photo = client.photo_small = None
        work.emit(facts.PhotoChanged(client.id))
    return client
