"""Putting a client on file, mending the entry, archiving and restoring it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.clients import facts, refusals
from studio.clients.filing import change, frame_of, guest_frame, make_findable, put_on_file
from studio.clients.masking import may_write
from studio.clients.models import Client
from studio.clients.rules.details import FIELDS, clean_details
from studio.clients.rules.wanting import emptied
from studio.kernel.refusal import Invalid
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action


@action("clients.client.create", needs="clients.client.edit")
def create_client(work: Work, details: Mapping[str, Any]) -> Client:
    """Put a client on file; a name is enough. `details` holds the fields of `rules.details.FIELDS`."""
    values = clean_details(details, frame_of(work.house))
    _introduced(work, values)
    return put_on_file(work, values)


@action("clients.client.edit")
def edit_client(work: Work, client_id: UUID, details: Mapping[str, Any], seen_version: int) -> Client:
    """Change the named fields; refused as stale when somebody saved since `seen_version`.

    What the rules in force want of every client may be corrected, not emptied.
    """
    client = present(work, client_id, seen_version)
    may_write(work, client, details)
    values = _cleaned(work, client, details)
    if problems := emptied(guest_frame(work.house).wanted, client.model_dump(), values):
        raise Invalid(problems)
    change(work, client, values)
    return client


@edit_client.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = {field: value for field, value in past.before("client").items() if field in FIELDS}
    client = present(work, past.subject_id)
    may_write(work, client, before)
    change(work, client, _cleaned(work, client, before))  # as it was, though the rules may want more of it by now


@action("clients.identity.reveal", needs="clients.identity.see")
def reveal_identity(work: Work, client_id: UUID) -> str:
    """The whole number of the identity document; who read it is written in the journal."""
    client = work.get(Client, client_id)
    if client.id_number:
        work.emit(facts.IdentityViewed(client.id))
    return client.id_number


@action("clients.client.archive")
def archive_client(work: Work, client_id: UUID) -> Client:
    """Take a client off the lists; nothing is lost. Doing it twice changes nothing."""
    client = work.get(Client, client_id)
    if client.archived_at is None:
        client.archived_at = work.now
        work.emit(facts.ClientArchived(client.id))
        make_findable(work, client)
    return client


@action("clients.client.restore", needs="clients.client.archive")
def restore_client(work: Work, client_id: UUID) -> Client:
    """Bring an archived client back; undoes `archive_client`."""
    client = work.get(Client, client_id)
    if client.merged_into is not None:
        raise refusals.ClientIsMerged(name=client.name)
    if client.archived_at is not None:
        client.archived_at = None
        work.emit(facts.ClientRestored(client.id))
        make_findable(work, client)
    return client


@archive_client.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_client(work, past.subject_id)


@restore_client.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_client(work, past.subject_id)


def _cleaned(work: Work, client: Client, details: Mapping[str, Any]) -> dict[str, Any]:
    before = {field: getattr(client, field) for field in FIELDS}
    values = clean_details(details, frame_of(work.house), before)
    _introduced(work, values, client.id)
    return values


def _introduced(work: Work, values: Mapping[str, Any], own: UUID | None = None) -> None:
    """Who brought a client is somebody else on file."""
    by = values.get("brought_by_id")
    if by is not None and (by == own or work.session.get(Client, by) is None):
        raise refusals.IntroducerIsUnknown("brought_by_id")


def present(work: Work, client_id: UUID, seen_version: int | None = None) -> Client:
    """The client, unless archived or changed since it was seen."""
    client = work.get(Client, client_id, seen_version)
    if client.merged_into is not None:
        raise refusals.ClientIsMerged(name=client.name)
    if client.archived_at is not None:
        raise refusals.ClientIsArchived(name=client.name)
    return client
