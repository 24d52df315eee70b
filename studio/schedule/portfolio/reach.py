"""Whose portfolio somebody may change: everybody's, or their own."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.kernel.refusal import Denied
from studio.kernel.work import Work
from studio.schedule.actions.artist import present_artist
from studio.schedule.models import Artist, PortfolioWork
from studio.schedule.portfolio import refusals

EDIT = "schedule.portfolio.edit"
MOST = 500
"""More than anybody looks through; all of them are drawn on one page."""
WORK = columns_of(PortfolioWork)


def whose(work: Work, artist_id: UUID) -> Artist:
    """The artist, for whoever may change this portfolio."""
    artist = present_artist(work, artist_id)
    if work.permit(EDIT) == "own" and (artist.user_id is None or artist.user_id != work.actor.id):
        raise Denied
    return artist


def the_works(work: Work, ids: Sequence[UUID], *, removed: bool = False) -> tuple[Artist, list[PortfolioWork]]:
    """These pictures of one portfolio, each once; raises WorkIsGone for any that is not there."""
    found = [work.session.get(PortfolioWork, one) for one in dict.fromkeys(ids)]
    works = [one for one in found if one is not None and (one.removed_at is not None) == removed]
    if not works or len(works) != len(found) or len({one.artist_id for one in works}) > 1:
        raise refusals.WorkIsGone
    return whose(work, works[0].artist_id), works


def room_for(work: Work, artist: Artist, more: int) -> int:
    """The place after the last; raises PortfolioIsFull where so many more do not fit."""
    of_artist = WORK.c.artist_id == artist.id
    there = select(func.count()).select_from(WORK).where(of_artist, WORK.c.removed_at.is_(None))
    if work.connection.execute(there).scalar_one() + more > MOST:
        raise refusals.PortfolioIsFull(n=MOST)
    last = select(func.coalesce(func.max(WORK.c.position), 0)).where(of_artist)
    return int(work.connection.execute(last).scalar_one()) + 1
