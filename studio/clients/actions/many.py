"""Acts on many clients at once: each is one entry in the journal, and can be taken back for exactly those."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from storage import search
from storage.table import columns_of
from studio.clients import facts
from studio.clients.choosing import Chosen, chosen_ids, in_portions, touch
from studio.clients.filing import ARCHIVED, PRESENT
from studio.clients.labelling import one_tag, relabel
from studio.clients.models import Client
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

CLIENTS = columns_of(Client)
CLIENT = CLIENTS.c
MOVE = (
    update(CLIENTS)
    .where(CLIENT.id == bindparam("of"))
    .values(archived_at=bindparam("since"), version=CLIENT.version + 1, updated_at=bindparam("at"))
)


@action("clients.many.tag", needs="clients.client.edit")
def tag_clients(work: Work, chosen: Chosen, tag: str) -> list[UUID]:
    """Put a tag on all of them; gives those who did not carry it yet."""
    word = one_tag(tag)
    changed = relabel(work, chosen_ids(work, chosen), add=[word])
    if changed:
        work.emit(facts.ClientsTagged(len(changed), added=(word,)))
    return changed


@action("clients.many.untag", needs="clients.client.edit")
def untag_clients(work: Work, chosen: Chosen, tag: str) -> list[UUID]:
    """Take a tag off all of them; gives those who carried it."""
    word = one_tag(tag)
    changed = relabel(work, chosen_ids(work, chosen), remove=[word])
    if changed:
        work.emit(facts.ClientsTagged(len(changed), removed=(word,)))
    return changed


@action("clients.many.archive", needs="clients.client.archive")
def archive_clients(work: Work, chosen: Chosen) -> list[UUID]:
    """Take all of them off the lists; gives those who were on them."""
    moved = _move(work, chosen_ids(work, chosen), archive=True)
    if moved:
        work.emit(facts.ClientsArchived(len(moved)))
    return moved


@action("clients.many.restore", needs="clients.client.archive")
def restore_clients(work: Work, chosen: Chosen) -> list[UUID]:
    """Bring all of them back; gives those who were archived. Who was merged stays where they are now."""
    moved = _move(work, chosen_ids(work, chosen), archive=False)
    if moved:
        work.emit(facts.ClientsRestored(len(moved)))
    return moved


@tag_clients.undone_by
def _untag(work: Work, past: Past) -> None:
    untag_clients(work, _those_of(past), past.facts[0]["added"][0])


@untag_clients.undone_by
def _tag_again(work: Work, past: Past) -> None:
    tag_clients(work, _those_of(past), past.facts[0]["removed"][0])


@archive_clients.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_clients(work, _those_of(past))


@restore_clients.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_clients(work, _those_of(past))


def _those_of(past: Past) -> Chosen:
    """The clients an act touched."""
    return Chosen(ids=tuple(UUID(change["id"]) for change in past.of("client")))


def _move(work: Work, ids: Sequence[UUID], *, archive: bool) -> list[UUID]:
    moved: list[UUID] = []
    away = CLIENT.archived_at.is_(None) if archive else CLIENT.archived_at.is_not(None)
    for portion in in_portions(ids):
        found = select(CLIENT.id, CLIENT.archived_at).where(CLIENT.id.in_(portion), away, CLIENT.merged_into.is_(None))
        moved += _write(work, list(work.connection.execute(found)), archive=archive)
    touch(work, moved)
    return moved


def _write(work: Work, rows: list[Any], *, archive: bool) -> list[UUID]:
    since = work.now if archive else None
    was, now = (PRESENT, ARCHIVED) if archive else (ARCHIVED, PRESENT)
    ids = [row.id for row in rows]
    for row in rows:
        work.note("client", row.id, {"archived_at": row.archived_at}, {"archived_at": since})
    if ids:
        search.turn(work.connection, was, now, select(CLIENT.id).where(CLIENT.id.in_(ids)))
        work.connection.execute(MOVE, [{"of": one, "since": since, "at": work.now} for one in ids])
    return ids
