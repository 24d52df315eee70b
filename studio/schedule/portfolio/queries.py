"""An artist's portfolio in its order, and the pictures themselves: only what may be shown at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.photos.details import parted
from studio.photos.models import Photo
from studio.photos.queries.gallery import Size
from studio.photos.queries.portfolio import shown_now
from studio.schedule.models import Artist
from studio.schedule.portfolio.reach import EDIT, MOST, WORK
from studio.schedule.portfolio.refusals import WorkIsGone

PHOTO, ARTIST = columns_of(Photo).c, columns_of(Artist).c
SEE = "schedule.portfolio.see"


@dataclass(frozen=True, slots=True)
class ShownWork:
    """One picture, without whose skin it is on."""

    id: UUID
    version: int
    photo_id: UUID | None
    title: str
    kind: str
    """Of a photo: `finished`, `healing` or `reference`; empty for a drawing."""
    day: int | None
    place: str
    taken_on: date | None
    tags: list[str]
    wide: int
    tall: int
    position: int


@dataclass(frozen=True, slots=True)
class ArtistPortfolio:
    """All of it, what it can be narrowed to, and whether the one who asks may change it."""

    artist_id: UUID
    works: tuple[ShownWork, ...]
    tags: tuple[str, ...]
    mine: bool


@query(SEE)
def portfolio_of(read: Read, artist_id: UUID) -> ArtistPortfolio:
    """What this artist shows, in one statement however much there is."""
    own = [WORK.c[name] for name in ("id", "version", "photo_id", "title", "position")]
    drawing = [WORK.c.tags, WORK.c.wide, WORK.c.tall]
    photo = [PHOTO[name].label(f"its_{name}") for name in ("kind", "day", "place", "taken_on", "tags", "wide", "tall")]
    found = select(*own, *drawing, *photo).outerjoin(PHOTO.id.table, PHOTO.id == WORK.c.photo_id)
    found = found.where(WORK.c.artist_id == artist_id, *_there())
    rows = read.connection.execute(found.order_by(WORK.c.position, WORK.c.id).limit(MOST)).all()
    works = tuple(map(_shown, rows))
    tags = sorted({tag for one in works for tag in one.tags}, key=str.casefold)
    return ArtistPortfolio(artist_id, works, tuple(tags), may_change(read, artist_id))


@query(SEE)
def work_bytes(read: Read, work_id: UUID, size: Size = "s") -> bytes:
    """One picture as JPEG. Raises WorkIsGone for what is taken out, and for a photo that may not be shown now."""
    name = "small_id" if size == "s" else "file_id"
    found = select(func.coalesce(WORK.c[name], PHOTO[name])).outerjoin(PHOTO.id.table, PHOTO.id == WORK.c.photo_id)
    kept = read.connection.execute(found.where(WORK.c.id == work_id, *_there())).scalar()
    if kept is None:
        raise WorkIsGone
    return read.house.files.read(kept)


def may_change(read: Read, artist_id: UUID) -> bool:
    """Whether the one who asks may change this portfolio: whoever runs the studio, or the artist."""
    scope = read.house.rights.scope(read.actor, EDIT)
    seen = read.connection.execute(select(ARTIST.user_id, ARTIST.archived_at).where(ARTIST.id == artist_id)).first()
    if scope is None or seen is None or seen.archived_at is not None:
        return False
    return scope == "all" or (seen.user_id is not None and seen.user_id == read.actor.id)


def _there() -> Sequence[ColumnElement[bool]]:
    """A drawing is there until it is taken out; a photo only while it may be shown."""
    return WORK.c.removed_at.is_(None), or_(WORK.c.photo_id.is_(None), and_(*shown_now()))


def _shown(row: Any) -> ShownWork:
    told = {"id": row.id, "version": row.version, "photo_id": row.photo_id, "position": row.position}
    if row.photo_id is None:
        return ShownWork(
            **told, title=row.title, kind="", day=None, place="", taken_on=None, tags=row.tags, wide=row.wide,
            tall=row.tall,
        )  # fmt: skip
    return ShownWork(
        **told, title="", kind=row.its_kind, day=row.its_day, place=row.its_place, taken_on=row.its_taken_on,
        tags=parted(row.its_tags), wide=row.its_wide, tall=row.its_tall,
    )  # fmt: skip
