"""All that may be shown in public: nothing of it names a client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.photos.details import parted
from studio.photos.models import Photo, PhotoShowing
from studio.photos.queries.gallery import Size
from studio.photos.refusals import PhotoIsGone
from studio.staff.models import User

PHOTO, SHOWING, USER = columns_of(Photo).c, columns_of(PhotoShowing).c, columns_of(User).c
LARGEST_PAGE = 100
SEE = "photos.portfolio.see"


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A picture that may be shown, without whose skin it is on. Captions stay in the file: people write names there."""

    id: UUID
    kind: str
    day: int | None
    place: str
    tags: list[str]
    taken_on: date
    artist_id: UUID | None
    artist: str
    wide: int
    tall: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A page of it."""

    items: tuple[ShownPhoto, ...]
    total: int
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class PortfolioChoices:
    """What it can be narrowed to: artists by name, places and tags that occur."""

    artists: dict[UUID, str]
    places: list[str]
    tags: list[str]


@query(SEE)
def portfolio(
    read: Read, *, artist: UUID | None = None, place: str = "", tag: str = "", kind: str = "", page: int = 1,
    size: int = 48,
) -> Portfolio:  # fmt: skip
    """What may be shown and fits, newest work first."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    which = [*shown_now(), *_narrowed(artist, place, tag, kind)]
    named = [PHOTO[name] for name in ("id", "kind", "day", "place", "tags", "taken_on", "artist_id", "wide", "tall")]
    found = select(*named, USER.name.label("artist")).outerjoin(USER.id.table, USER.id == PHOTO.artist_id)
    ordered = found.where(*which).order_by(PHOTO.taken_on.desc(), PHOTO.id.desc())
    rows = read.connection.execute(ordered.limit(size).offset((page - 1) * size)).mappings()
    total = read.connection.execute(select(func.count()).select_from(PHOTO.id.table).where(*which)).scalar_one()
    items = (ShownPhoto(**{**row, "artist": row["artist"] or "", "tags": parted(row["tags"])}) for row in rows)
    return Portfolio(tuple(items), total, page, size)


@query(SEE)
def portfolio_choices(read: Read) -> PortfolioChoices:
    """By what the portfolio can be narrowed now."""
    artists = select(USER.id, USER.name).where(
        USER.id.in_(select(PHOTO.artist_id).where(*shown_now(), PHOTO.artist_id.is_not(None)))
    )
    said = select(PHOTO.place, PHOTO.tags).where(*shown_now()).distinct()
    rows = read.connection.execute(said).all()
    return PortfolioChoices(
        {row.id: row.name for row in read.connection.execute(artists.order_by(USER.name))},
        sorted({row.place for row in rows if row.place}, key=str.casefold),
        sorted({tag for row in rows for tag in parted(row.tags)}, key=str.casefold),
    )


@query(SEE)
def shown_bytes(read: Read, photo_id: UUID, size: Size = "s") -> bytes:
    """One picture that may be shown, as JPEG. Raises PhotoIsGone for every other."""
    column = PHOTO.small_id if size == "s" else PHOTO.file_id
    kept = read.connection.execute(select(column).where(PHOTO.id == photo_id, *shown_now())).scalar()
    if kept is None:
        raise PhotoIsGone
    return read.house.files.read(kept)


def shown_now() -> Sequence[ColumnElement[bool]]:
    """What makes a picture public."""
    marked = select(SHOWING.id).where(SHOWING.photo_id == PHOTO.id, SHOWING.ended_at.is_(None))
    return PHOTO.removed_at.is_(None), PHOTO.hidden_at.is_(None), marked.correlate(PHOTO.id.table).exists()


def _narrowed(artist: UUID | None, place: str, tag: str, kind: str) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [PHOTO.artist_id == artist] if artist else []
    wanted += [PHOTO.place == place] if place else []
    wanted += [PHOTO.tags.contains(f"\n{tag}\n", autoescape=True)] if tag else []
    return [*wanted, PHOTO.kind == kind] if kind else wanted
