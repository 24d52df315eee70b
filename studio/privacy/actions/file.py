"""Taking out all there is about a person, which is journalled."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from studio.clients.models import Client
from studio.kernel.work import Read, Work, action
from studio.privacy import facts, refusals
from studio.privacy.erasing import family
from studio.privacy.gathering import Part, gather
from studio.privacy.models import PrivacyRequest
from studio.privacy.queries.views import ViewLine, views_between

OPEN_FOR = timedelta(minutes=10)


@action("privacy.file.make")
def make_person_file(work: Work, client_id: UUID) -> PrivacyRequest:
    """Note who takes out all there is about this person; for ten minutes they can, with `read_person_file`."""
    client = work.get(Client, client_id)
    request = PrivacyRequest(
        kind="file", client_id=client.id, by_id=work.actor.id, by_name=work.actor.name, at=work.now
    )
    work.add(request)
    work.emit(facts.PersonFileMade(client.id, request.id))
    return request


@action("privacy.file.read", needs="privacy.file.make")
def read_person_file(work: Work, request_id: UUID) -> tuple[str, tuple[Part, ...]]:
    """The client's code and everything about them, for whoever asked for it just now. Raises FileIsGone."""
    request = work.session.get(PrivacyRequest, request_id)
    if request is None or request.kind != "file" or request.by_id != work.actor.id or request.client_id is None:
        raise refusals.FileIsGone
    if work.now - request.at > OPEN_FOR:
        raise refusals.FileIsGone
    client = work.get(Client, request.client_id)
    if request.finished_at is None:
        request.finished_at = work.now
        work.add(request)
    return client.code, gather(work.connection, family(work.connection, client.id))


@action("privacy.views.take_out", needs="privacy.views.see")
def take_views_out(work: Work, start: datetime | None, end: datetime | None) -> tuple[ViewLine, ...]:
    """Who saw what of whom between two moments, to be taken away; that it was taken is noted. Raises TimeIsUnclear."""
    if start is None or end is None or start >= end:
        raise refusals.TimeIsUnclear("last")
    found = views_between(Read(work.connection, work.actor, work.house, "all"), start, end)
    work.emit(facts.ViewsTakenOut(len(found)))
    return found
