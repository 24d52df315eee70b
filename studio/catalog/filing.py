"""Putting services into the catalogue: what the verbs of this room share below their permissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select

from storage import search
from storage.folding import fold
from storage.table import columns_of
from studio.catalog import refusals
from studio.catalog.choosing import frame_of
from studio.catalog.models import ServiceArtist, ServiceEntry
from studio.catalog.queries.lists import ARCHIVED, PRESENT
from studio.catalog.rules.details import FIELDS, clean_details
from studio.kernel.work import Work

SERVICE = columns_of(ServiceEntry).c
OFFERS = columns_of(ServiceArtist)
STORED = (*FIELDS, "currency")


def put_in(work: Work, values: Mapping[str, Any], preset: str | None = None) -> ServiceEntry:
    """Store a new service from cleaned values, at the end of the list, findable at once."""
    number, position = (_last(work, column) + 1 for column in (SERVICE.number, SERVICE.position))
    entry = ServiceEntry(
        number=number,
        code=f"SV-{number:04d}",
        position=position,
        preset=preset,
        name_key=fold(values["name"]),
        **values,
    )
    work.add(entry)
    work.session.flush()
    make_findable(work, entry)
    _index_artists(work, entry)
    return entry


def cleaned(work: Work, raw: Mapping[str, Any], entry: ServiceEntry | None = None) -> dict[str, Any]:
    """The details as they may be stored; raises Invalid."""
    before = stored(entry) if entry else None
    known = frozenset(UUID(one["artist_id"]) for one in entry.artists) if entry else frozenset()
    return clean_details(raw, frame_of(work.connection, work.house, known), before)


def change(work: Work, entry: ServiceEntry, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Write what differs; gives the names of the fields that changed."""
    changed = {field: value for field, value in values.items() if getattr(entry, field) != value}
    for field, value in changed.items():
        setattr(entry, field, value)
    if not changed:
        return ()
    entry.name_key = fold(entry.name)
    work.session.flush()
    make_findable(work, entry)
    if {"artists", "everybody"} & set(changed):
        work.connection.execute(delete(OFFERS).where(OFFERS.c.service_id == entry.id))
        _index_artists(work, entry)
    return tuple(changed)


def present(work: Work, service_id: UUID, seen_version: int | None = None) -> ServiceEntry:
    """The service, unless archived or changed since it was seen."""
    entry = work.get(ServiceEntry, service_id, seen_version)
    if entry.archived_at is not None:
        raise refusals.ServiceIsArchived(name=entry.name)
    return entry


def move(work: Work, entry: ServiceEntry, *, archive: bool) -> bool:
    """Archive or restore; says whether anything changed."""
    if (entry.archived_at is not None) == archive:
        return False
    entry.archived_at = work.now if archive else None
    work.session.flush()
    make_findable(work, entry)
    return True


def make_findable(work: Work, entry: ServiceEntry) -> None:
    """Keep the search index in step, in the same transaction."""
    kind, other = (ARCHIVED, PRESENT) if entry.archived_at else (PRESENT, ARCHIVED)
    search.drop(work.connection, other, entry.id)
    words = sorted({entry.name, entry.code})
    search.put(work.connection, kind, entry.id, code=entry.code, title=entry.name, subtitle="", words=words)


def stored(entry: ServiceEntry) -> dict[str, Any]:
    """What stands in a service now, as the rules read it."""
    return {field: getattr(entry, field) for field in STORED}


def _last(work: Work, column: Any) -> int:
    return int(work.connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one())


def _index_artists(work: Work, entry: ServiceEntry) -> None:
    if not entry.everybody and entry.artists:
        rows = [{"service_id": entry.id, "artist_id": UUID(one["artist_id"])} for one in entry.artists]
        work.connection.execute(insert(OFFERS), rows)
