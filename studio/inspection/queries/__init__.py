"""What can be read about inspections: frozen views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from storage.table import columns_of
from studio.extension.inspected import Inspected
from studio.inspection.actions.bundle import MAKE, may_take_in_full
from studio.inspection.actions.records import SEE
from studio.inspection.gathering import lists_for
from studio.inspection.models import Bundle, Visit
from studio.inspection.queries.packing import Frame, bundle_count, bundle_files, bundle_frame, bundle_lines
from studio.kernel.work import Read, query
from studio.staff.models import User

__all__ = [
    "BundleLine",
    "Desk",
    "Frame",
    "VisitLine",
    "bundle_count",
    "bundle_files",
    "bundle_frame",
    "bundle_lines",
    "bundles",
    "inspection_desk",
    "visits",
]

VISIT, BUNDLE, USER = columns_of(Visit), columns_of(Bundle), columns_of(User)
OF_VISIT = tuple(VISIT.c[one] for one in ["id", "user_id", "office", "until", "by_name", "ended_at", "ended_by_name"])
MOST = 50
"""Visits and bundles a screen shows; the journal has all."""


@dataclass(frozen=True, slots=True)
class VisitLine:
    """Somebody who may look, or might until it ended."""

    id: UUID
    user_id: UUID
    name: str
    email: str
    office: str
    since: datetime
    until: datetime
    by_name: str
    ended_at: datetime | None
    ended_by_name: str


@dataclass(frozen=True, slots=True)
class BundleLine:
    """A bundle that was asked for."""

    id: UUID
    first_day: date
    last_day: date
    in_full: bool
    by_name: str
    at: datetime
    files: int
    manifest: str
    key: str
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody can look through, whether they may take papers in full, and their own visit, if they are on one."""

    lists: tuple[Inspected, ...]
    in_full: bool
    visit: VisitLine | None


@query(SEE)
def inspection_desk(read: Read) -> Desk:
    """For whoever asks, as they stand now."""
    mine = _visits(read, VISIT.c.user_id == read.actor.id, VISIT.c.ended_at.is_(None))
    makes = read.house.rights.scope(read.actor, MAKE) is not None
    return Desk(tuple(lists_for(read)), makes and may_take_in_full(read), next(iter(mine), None))


@query("inspection.visit.see")
def visits(read: Read) -> tuple[VisitLine, ...]:
    """Who may look now, then who might before; the newest first."""
    return _visits(read)


@query(MAKE)
def bundles(read: Read) -> tuple[BundleLine, ...]:
    """What was taken out, the newest first; an inspector sees their own."""
    found = select(*(BUNDLE.c[name] for name in BundleLine.__slots__)).order_by(BUNDLE.c.at.desc()).limit(MOST)
    if read.scope == "own":
        found = found.where(BUNDLE.c.by_id == read.actor.id)
    return tuple(BundleLine(*row) for row in read.connection.execute(found))


def _visits(read: Read, *which: ColumnElement[bool]) -> tuple[VisitLine, ...]:
    found = (
        select(*OF_VISIT, VISIT.c.created_at.label("since"), USER.c.name, USER.c.email)
        .join(USER, USER.c.id == VISIT.c.user_id)
        .where(*which)
        .order_by(VISIT.c.ended_at.is_not(None), VISIT.c.created_at.desc())
        .limit(MOST)
    )
    return tuple(VisitLine(**row) for row in read.connection.execute(found).mappings())
