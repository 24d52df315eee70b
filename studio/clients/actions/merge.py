"""Two files that turn out to be one person: merged, taken apart again, or known to be two people."""

from collections.abc import Mapping
from uuid import UUID

from studio.clients import facts, refusals
from studio.clients.actions.client import present
from studio.clients.filing import frame_of
from studio.clients.joining import bring_back, give_answers_back, give_fields_back, put_away, take_answers, write_fields
from studio.clients.masking import see_every_contact
from studio.clients.models import Client, ClientMerge, ClientsApart
from studio.clients.rules.details import clean_details
from studio.clients.rules.joining import PICTURE, join_plan, joined_values
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action


@action("clients.client.merge")
def merge_clients(
    work: Work, kept_id: UUID, other_id: UUID, choices: Mapping[str, str], kept_version: int, other_version: int
) -> ClientMerge:
    """Make one file of two: field → "ours", "theirs" or, for tags and notes, "both"; the rest as the plan suggests.

    To each health question the newer answer counts. Consents, forms, signed packets and history are read together from
    now on; the other file is archived and its address leads to the kept one. `unmerge_clients` undoes it.
    Raises ContactIsHidden for whoever does not see every contact: the kept file would show them the other's.
    """
    if kept_id == other_id:
        raise refusals.SameClient
    see_every_contact(work)
    kept, other = present(work, kept_id, kept_version), work.get(Client, other_id, other_version)
    if other.merged_into is not None:
        raise refusals.ClientIsMerged(name=other.name)
    chosen = joined_values(join_plan(kept.model_dump(), other.model_dump()), choices)
    fields = {name: value for name, value in chosen.items() if name != PICTURE}
    cleaned = clean_details(fields, frame_of(work.house), kept.model_dump())
    picture = {PICTURE: True} if PICTURE in chosen else {}
    inverse = {
        "fields": write_fields(work, kept, other, {**cleaned, **picture}),
        "answers": take_answers(work, kept, other),
        **put_away(work, other, kept),
    }
    merge = ClientMerge(kept_id=kept.id, other_id=other.id, inverse=inverse, by_name=work.actor.name, at=work.now)
    work.add(merge)
    work.emit(facts.ClientsMerged(kept.id, other.id))
    return merge


@action("clients.client.unmerge", needs="clients.client.merge")
def unmerge_clients(work: Work, merge_id: UUID) -> ClientMerge:
    """Take a merge back: both files as they were, whatever else happened to them since.

    Refused when something the merge wrote has been changed since: nobody's later work is thrown away.
    """
    merge = work.get(ClientMerge, merge_id)
    kept, other = work.get(Client, merge.kept_id), work.get(Client, merge.other_id)
    if merge.undone_at is not None or merge.inverse is None:
        raise refusals.MergeIsUndone
    if other.merged_into != kept.id or kept.archived_at is not None:
        raise refusals.MergeWasBuiltOn(name=kept.name)
    give_fields_back(work, kept, merge.inverse["fields"])
    give_answers_back(work, kept, merge.inverse["answers"])
    bring_back(work, other, merge.inverse)
    merge.undone_at, merge.inverse = work.now, None
    work.add(merge)
    work.about(facts.ClientsParted(kept.id, other.id).subject)
    work.emit(facts.ClientsParted(kept.id, other.id))
    return merge


@merge_clients.undone_by
def _apart_again(work: Work, past: Past) -> None:
    unmerge_clients(work, UUID(past.of("client_merge")[0]["id"]))


@action("clients.pair.part", needs="clients.client.merge")
def keep_apart(work: Work, one_id: UUID, other_id: UUID) -> ClientsApart:
    """Remember that these two look alike and are two people; they are suggested no more."""
    first, second = sorted((one_id, other_id))
    if first == second:
        raise refusals.SameClient
    for client_id in (first, second):
        work.get(Client, client_id)
    known = work.session.get(ClientsApart, (first, second))
    if known is None:
        known = work.add(ClientsApart(one_id=first, other_id=second))
        work.emit(facts.ClientsKeptApart(one_id, other_id))
    return known


@action("clients.pair.doubt", needs="clients.client.merge")
def doubt_apart(work: Work, one_id: UUID, other_id: UUID) -> None:
    """Let them be suggested again; undoes `keep_apart`."""
    known = work.session.get(ClientsApart, tuple(sorted((one_id, other_id))))
    if known is not None:
        work.session.delete(known)
        work.emit(facts.ClientsDoubted(one_id, other_id))
