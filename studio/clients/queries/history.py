"""What has happened to a client, told from the journal for the file of that client."""

from dataclasses import replace
from uuid import UUID

from studio.kernel.history import Event, events
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query

HEALTH = "health_answer"


@query("clients.client.see")
def client_history(read: Read, client_id: UUID, *, page: int = 1, size: int = 30) -> tuple[list[Event], int]:
    """A page of the client's history, newest first, and how many events there are in all.

    Which health question was answered is left out for those who may see the light only.
    """
    found, total = events(
        read.connection,
        read.house,
        subject=Subject("client", client_id),
        page=max(1, page),
        size=max(1, min(size, 100)),
    )
    if read.house.rights.scope(read.actor, "clients.health.see") is None:
        found = [_without_health(event) for event in found]
    return found, total


def _without_health(event: Event) -> Event:
    return replace(event, changes=[change for change in event.changes if change["table"] != HEALTH])
