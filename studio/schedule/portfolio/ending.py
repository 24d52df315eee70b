"""Pictures that leave a portfolio by themselves: with the client's consent at once, and in time once taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from studio.clients.family import family_of, head_of
from studio.extension.stored import let_go
from studio.kernel.work import Work, action
from studio.photos.facts import PublicityChanged
from studio.photos.housekeeping import DAYS
from studio.photos.models import Photo
from studio.photos.permitted import WITHDRAWN
from studio.schedule.models import PortfolioWork
from studio.schedule.portfolio.facts import PortfolioChanged


def no_longer_agreed(work: Work, client_id: UUID) -> None:
    """The client took back the consent to show photos, or to keep any: none of them stands in a portfolio now."""
    theirs = select(Photo.id).where(col(Photo.client_id).in_(family_of(head_of(work.connection, client_id))))
    _end(work, work.session.exec(select(PortfolioWork).where(col(PortfolioWork.photo_id).in_(theirs))))


def withdrawn_by_joining(work: Work, fact: PublicityChanged) -> None:
    """Two files became one, and the newest word of the person says no."""
    if not fact.shown and fact.why == WITHDRAWN:
        no_longer_agreed(work, fact.client_id)


@action("schedule.portfolio.tidy")
def tidy_portfolios(work: Work) -> int:
    """What was taken out longer ago than the studio's days for photos goes for good."""
    before = work.now - timedelta(days=work.house.settings[DAYS])
    over = list(work.session.exec(select(PortfolioWork).where(col(PortfolioWork.removed_at) < before)))
    files = [file for row in over for file in (row.file_id, row.small_id)]
    _end(work, over)
    let_go(work, files)
    return len(over)


def _end(work: Work, rows: Iterable[PortfolioWork]) -> None:
    gone: Counter[UUID] = Counter()
    for row in rows:
        gone[row.artist_id] += 1
        work.session.delete(row)
    work.session.flush()
    for artist_id, count in gone.items():
        work.emit(PortfolioChanged(artist_id, count))
