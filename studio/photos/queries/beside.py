"""What is offered while somebody writes beside a picture: who works here, places and tags that were used before."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.body import PLACES
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.photos.details import parted
from studio.photos.models import Photo
from studio.staff.models import User

PHOTO, USER = columns_of(Photo).c, columns_of(User).c


@dataclass(frozen=True, slots=True)
class Beside:
    """Artists by name, places and tags."""

    artists: dict[UUID, str]
    places: list[str]
    tags: list[str]


@query("photos.photo.see")
def beside(read: Read) -> Beside:
    """Read when a form is opened."""
    working = select(USER.id, USER.name).where(USER.active)
    used = read.connection.execute(select(PHOTO.place, PHOTO.tags).distinct()).all()
    places = {row.place for row in used if row.place} | {t(place) for place in PLACES.values()}
    return Beside(
        {row.id: row.name for row in read.connection.execute(working.order_by(USER.name))},
        sorted(places, key=str.casefold),
        sorted({tag for row in used for tag in parted(row.tags)}, key=str.casefold),
    )
