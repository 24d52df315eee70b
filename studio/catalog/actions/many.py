"""Acts on many services at once: each is one entry in the journal, and can be taken back for exactly those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from studio.catalog import facts, refusals
from studio.catalog.filing import move
from studio.catalog.models import ServiceEntry
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

MOST = 1000


@action("catalog.many.archive", needs="catalog.service.archive")
def archive_services(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """Take all of them out of the catalogue; gives those who were in it."""
    return _each(work, ids, "archived", lambda entry: move(work, entry, archive=True))


@action("catalog.many.restore", needs="catalog.service.archive")
def restore_services(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """Bring all of them back; gives those who were archived."""
    return _each(work, ids, "restored", lambda entry: move(work, entry, archive=False))


@action("catalog.many.pause", needs="catalog.service.edit")
def pause_services(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """Offer none of them for now; gives those who were offered."""
    return _each(work, ids, "paused", lambda entry: _offer(entry, active=False))


@action("catalog.many.offer", needs="catalog.service.edit")
def offer_services(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """Offer all of them again; gives those who were paused."""
    return _each(work, ids, "offered", lambda entry: _offer(entry, active=True))


@archive_services.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_services(work, those_of(past))


@restore_services.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_services(work, those_of(past))


@pause_services.undone_by
def _offer_again(work: Work, past: Past) -> None:
    offer_services(work, those_of(past))


@offer_services.undone_by
def _pause_again(work: Work, past: Past) -> None:
    pause_services(work, those_of(past))


def those_of(past: Past) -> list[UUID]:
    """The services an act touched."""
    return [UUID(change["id"]) for change in past.of("service")]


def _each(work: Work, ids: Sequence[UUID], into: str, do: Callable[[ServiceEntry], bool]) -> list[UUID]:
    if len(ids) > MOST:
        raise refusals.ListIsTooLong(most=MOST)
    entries = [work.get(ServiceEntry, one) for one in dict.fromkeys(ids)]
    moved = [entry.id for entry in entries if do(entry)]
    if moved:
        work.emit(facts.ServicesMoved(len(moved), into))
    return moved


def _offer(entry: ServiceEntry, *, active: bool) -> bool:
    if entry.archived_at is not None or entry.active == active:
        return False
    entry.active = active
    return True
