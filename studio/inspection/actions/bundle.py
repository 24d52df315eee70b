"""The bundle: asked for, begun once by whoever asked, finished; each of it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from studio.extension.inspected import Period
from studio.inspection.facts import BundleAsked, BundleFinished
from studio.inspection.gathering import both_days, days, lists_for
from studio.inspection.models import Bundle
from studio.inspection.refusals import BundleIsGone, HealthStaysHere
from studio.kernel.work import Read, Work, action

MAKE = "inspection.bundle.make"
OPEN_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Order:
    """What a bundle is to hold, and for whom."""

    id: UUID
    first_day: date
    last_day: date
    period: Period
    in_full: bool
    by_name: str
    at: datetime


@action("inspection.bundle.make")
def ask_bundle(work: Work, first: date | None, last: date | None, in_full: bool = False) -> Bundle:
    """Note who takes the records of these days out; for ten minutes they can, once, with `begin_bundle`.

    In full it holds the papers as they were signed, with health answers: only for whoever reads these anyway.
    Raises HealthStaysHere for others, and what is wrong about the days.
    """
    read = Read(work.connection, work.actor, work.house, work.permit(MAKE))
    start, end = both_days(first, last)
    if in_full and not may_take_in_full(read):
        raise HealthStaysHere("in_full")
    bundle = Bundle(first_day=start, last_day=end, in_full=in_full, by_name=work.actor.name, at=work.now)
    bundle.by_id = work.actor.id
    work.add(bundle)
    work.emit(BundleAsked(bundle.id, start, end, in_full))
    return bundle


@action("inspection.bundle.begin", needs=MAKE)
def begin_bundle(work: Work, bundle_id: UUID) -> Order:
    """What to make, for whoever asked for it just now; only once. Raises BundleIsGone."""
    bundle = work.session.get(Bundle, bundle_id)
    if bundle is None or bundle.by_id != work.actor.id or bundle.begun_at or work.now - bundle.at > OPEN_FOR:
        raise BundleIsGone
    bundle.begun_at = work.now
    period = days(work.house, bundle.first_day, bundle.last_day, bundle.at)
    return Order(bundle.id, bundle.first_day, bundle.last_day, period, bundle.in_full, bundle.by_name, bundle.at)


@action("inspection.bundle.finish", needs=MAKE)
def finish_bundle(work: Work, bundle_id: UUID, manifest: str, key: str, files: int) -> None:
    """All of it was made: by this digest, and this key's fingerprint, it is told from any other."""
    bundle = work.get(Bundle, bundle_id)
    if bundle.by_id != work.actor.id or bundle.finished_at:
        raise BundleIsGone
    bundle.finished_at, bundle.manifest, bundle.key, bundle.files = work.now, manifest, key, files
    work.emit(BundleFinished(bundle.id, manifest))


def may_take_in_full(read: Read) -> bool:
    """Whether this person reads, without bounds, all that the papers of every list tell."""
    needed = {right for one in lists_for(read) for right in one.in_full}
    return all(read.house.rights.scope(read.actor, right) == "all" for right in needed)
