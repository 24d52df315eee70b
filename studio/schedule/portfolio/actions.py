"""Filling a portfolio: drawings put in, photos chosen, described, put in order, taken out and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.table import columns_of
from studio.kernel.refusal import Stale
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Work, action
from studio.photos.models import Photo
from studio.photos.pictures import Drawn
from studio.photos.queries.portfolio import shown_now
from studio.schedule.filing import reorder
from studio.schedule.models import PortfolioWork
from studio.schedule.portfolio import refusals
from studio.schedule.portfolio.facts import PortfolioChanged
from studio.schedule.portfolio.reach import EDIT, WORK, room_for, the_works, whose
from studio.schedule.rules import cleaning as by

WORDS: Mapping[str, by.Clean] = {"title": by.text(120), "tags": by.words(12)}


@action("schedule.portfolio.draw", needs=EDIT)
def add_drawing(work: Work, artist_id: UUID, drawn: Drawn, details: Mapping[str, Any]) -> PortfolioWork:
    """Put a picture the artist drew into the portfolio, made by `photos.pictures.read_photo`."""
    artist = whose(work, artist_id)
    values, place = by.cleaned(details, WORDS), room_for(work, artist, 1)
    files = work.house.files
    kept: dict[str, Any] = {"file_id": files.put(drawn.large), "small_id": files.put(drawn.small)}
    made = PortfolioWork(
        artist_id=artist.id, position=place, wide=drawn.wide, tall=drawn.tall, added_by_name=work.actor.name,
        **kept, **values,
    )  # fmt: skip
    work.add(made)
    work.emit(PortfolioChanged(artist.id, 1))
    return made


@action("schedule.portfolio.choose", needs=EDIT)
def choose_photos(work: Work, artist_id: UUID, photos: Sequence[UUID]) -> list[UUID]:
    """Put clients' photos into the portfolio; gives those of it that were not there before.

    Raises PhotoCannotBeShown, and takes none, unless each of them is marked as fit to be shown.
    """
    artist, wanted = whose(work, artist_id), list(dict.fromkeys(photos))
    shown = select(columns_of(Photo).c.id).where(columns_of(Photo).c.id.in_(wanted), *shown_now())
    if len(work.connection.execute(shown).all()) != len(wanted):
        raise refusals.PhotoCannotBeShown
    theirs = select(PortfolioWork).where(PortfolioWork.artist_id == artist.id, col(PortfolioWork.photo_id).in_(wanted))
    known = {one.photo_id: one for one in work.session.exec(theirs)}
    new = [one for one in wanted if one not in known or known[one].removed_at is not None]
    place = room_for(work, artist, len(new))
    made = [_chosen(work, artist.id, known.get(one), one, place + n) for n, one in enumerate(new)]
    if made:
        work.emit(PortfolioChanged(artist.id, len(made)))
    return [one.id for one in made]


@action("schedule.portfolio.describe", needs=EDIT)
def describe_work(
    work: Work, work_id: UUID, details: Mapping[str, Any], seen_version: int | None = None
) -> PortfolioWork:
    """Another title or other tags of a drawing; refused as stale when somebody saved since `seen_version`."""
    artist, (row,) = the_works(work, [work_id])
    if row.photo_id is not None:
        raise refusals.PhotoTellsItself
    if seen_version is not None and row.version != seen_version:
        raise Stale
    changed = {name: value for name, value in by.cleaned(details, WORDS).items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        work.emit(PortfolioChanged(artist.id, 1))
    return row


@action("schedule.portfolio.order", needs=EDIT)
def order_portfolio(work: Work, artist_id: UUID, ids: Sequence[UUID]) -> int:
    """Let these pictures stand in this order among themselves; gives how many moved."""
    artist = whose(work, artist_id)
    if ids and the_works(work, ids)[0].id != artist.id:
        raise refusals.WorkIsGone
    moved = reorder(work, WORK, list(ids))
    if moved:
        work.emit(PortfolioChanged(artist.id, moved))
    return moved


@action("schedule.portfolio.remove", needs=EDIT)
def remove_works(work: Work, ids: Sequence[UUID]) -> int:
    """Take pictures out; they can be brought back until the studio's days are over. Photos stay on their files."""
    artist, works = the_works(work, ids)
    for row in works:
        row.removed_at, row.removed_by_name = work.now, work.actor.name
    work.emit(PortfolioChanged(artist.id, len(works)))
    return len(works)


@action("schedule.portfolio.restore", needs=EDIT)
def restore_works(work: Work, ids: Sequence[UUID]) -> int:
    """Bring pictures back to where they stood. What a client no longer agrees to cannot come back."""
    artist, works = the_works(work, ids, removed=True)
    room_for(work, artist, len(works))
    for row in works:
        row.removed_at, row.removed_by_name = None, ""
    work.emit(PortfolioChanged(artist.id, len(works)))
    return len(works)


@add_drawing.undone_by
def _out_again(work: Work, past: Past) -> None:
    remove_works(work, _those(past))


@choose_photos.undone_by
def _not_chosen(work: Work, past: Past) -> None:
    remove_works(work, _those(past))


@describe_work.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = past.before("portfolio_work")
    describe_work(work, _those(past)[0], {name: before[name] for name in WORDS if name in before})


@remove_works.undone_by
def _back(work: Work, past: Past) -> None:
    restore_works(work, _those(past))


@restore_works.undone_by
def _out(work: Work, past: Past) -> None:
    remove_works(work, _those(past))


def _chosen(work: Work, artist_id: UUID, row: PortfolioWork | None, photo_id: UUID, place: int) -> PortfolioWork:
    """A new row, or the one that was taken out before, at the end."""
    if row is None:
        return work.add(
            PortfolioWork(artist_id=artist_id, photo_id=photo_id, position=place, added_by_name=work.actor.name)
        )
    row.removed_at, row.removed_by_name, row.position = None, "", place
    return row


def _those(past: Past) -> list[UUID]:
    ids = [UUID(change["id"]) for change in past.of("portfolio_work")]
    if not ids:
        raise CannotBeUndone
    return ids
