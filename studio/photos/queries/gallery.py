"""The pictures of one client, newest first, and what the client agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import RowMapping, Select, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.clients.queries.health import consents_of
from studio.kernel.work import Read, query
from studio.photos.details import parted
from studio.photos.models import Photo, PhotoShowing
from studio.photos.reach import own
from studio.photos.refusals import PhotoIsGone
from studio.staff.models import User

PHOTO, SHOWING = columns_of(Photo).c, columns_of(PhotoShowing).c
CLIENT, USER = columns_of(Client).c, columns_of(User).c
LARGEST_PAGE = 200
Size = Literal["s", "l"]
SHOWN = (
    select(func.max(SHOWING.shown_from))
    .where(SHOWING.photo_id == PHOTO.id, SHOWING.ended_at.is_(None))
    .correlate(PHOTO.id.table)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One picture with what is written beside it; `shown_from` is None while it may not be shown in public."""

    id: UUID
    client_id: UUID
    version: int
    kind: str
    day: int | None
    caption: str
    place: str
    tags: list[str]
    taken_on: date
    artist_id: UUID | None
    artist: str
    wide: int
    tall: int
    added_by_name: str
    created_at: datetime
    shown_from: datetime | None


@dataclass(frozen=True, slots=True)
class Gallery:
    """A page of what may be looked at, and how many there are in all. `hidden` counts pictures whose consent was
    withdrawn, for those who decide on them."""

    photos: tuple[PhotoView, ...]
    may_keep: bool
    may_show: bool
    hidden: int
    total: int = 0


@query("photos.photo.see")
def gallery(read: Read, client_id: UUID, page: int = 1, size: int = LARGEST_PAGE) -> Gallery:
    """The pictures of a client and of files merged into it. A first look is `view_photos`, which is written down."""
    return gallery_of(read, client_id, page, size)


@query("photos.photo.see")
def picture_bytes(read: Read, photo_id: UUID, size: Size = "s") -> bytes:
    """One picture as JPEG, small or large. Raises PhotoIsGone for what is removed, hidden or not theirs to see."""
    column = PHOTO.small_id if size == "s" else PHOTO.file_id
    found = select(column).join(CLIENT.id.table, CLIENT.id == PHOTO.client_id)
    kept = read.connection.execute(
        found.where(
            PHOTO.id == photo_id, PHOTO.removed_at.is_(None), PHOTO.hidden_at.is_(None), own(read.actor, read.scope)
        )
    ).scalar()
    if kept is None:
        raise PhotoIsGone
    return read.house.files.read(kept)


@query("photos.photo.see")
def whose(read: Read, photo_id: UUID) -> str:
    """The code of the client a picture is of. Raises PhotoIsGone for what is not theirs to see."""
    found = select(CLIENT.code).join(PHOTO.id.table, CLIENT.id == PHOTO.client_id)
    code = read.connection.execute(found.where(PHOTO.id == photo_id, own(read.actor, read.scope))).scalar()
    if code is None:
        raise PhotoIsGone
    return str(code)


def gallery_of(read: Read, client_id: UUID, page: int = 1, size: int = LARGEST_PAGE) -> Gallery:
    """As `gallery`, inside an open act."""
    page, size = max(1, page), max(1, size)
    family = PHOTO.client_id.in_(family_of(client_id))
    present = (family, PHOTO.removed_at.is_(None), PHOTO.hidden_at.is_(None), own(read.actor, read.scope))
    order = (PHOTO.taken_on.desc(), PHOTO.created_at.desc(), PHOTO.id.desc())
    found = photo_rows().where(*present).order_by(*order).limit(size).offset((page - 1) * size)
    joined = PHOTO.id.table.join(CLIENT.id.table, CLIENT.id == PHOTO.client_id)
    total = read.connection.execute(select(func.count()).select_from(joined).where(*present)).scalar_one()
    states = consents_of(read, client_id)
    given = {kind for kind, state in states.items() if state.given}
    decides = read.house.rights.scope(read.actor, "photos.withdrawn.decide") is not None
    hidden = select(func.count()).where(family, PHOTO.removed_at.is_(None), PHOTO.hidden_at.is_not(None))
    return Gallery(
        tuple(view(row) for row in read.connection.execute(found).mappings()),
        may_keep="photo_record" in given,
        may_show={"photo_record", "photo_publicity"} <= given,
        hidden=read.connection.execute(hidden).scalar_one() if decides else 0,
        total=total,
    )


def photo_rows() -> Select[Any]:
    """Pictures with client, artist, and since when they may be shown."""
    names = [PHOTO[name] for name in STORED]
    found = select(*names, USER.name.label("artist"), SHOWN.label("shown_from"))
    return found.join(CLIENT.id.table, CLIENT.id == PHOTO.client_id).outerjoin(
        USER.id.table, USER.id == PHOTO.artist_id
    )


def view(row: RowMapping) -> PhotoView:
    """A row as it is handed out."""
    told: Mapping[str, Any] = {**row, "artist": row["artist"] or "", "tags": parted(row["tags"])}
    return PhotoView(**told)


STORED = (
    "id", "client_id", "version", "kind", "day", "caption", "place", "tags", "taken_on", "artist_id", "wide", "tall",
    "added_by_name", "created_at",
)  # fmt: skip
