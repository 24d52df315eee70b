"""Photos for programs: below the client they are of, what may be shown, and what was withdrawn."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from components.files.arriving import gathered
from pages.api import ApiActor
from pages.asking import id_in
from pages.clients.api import id_of
from pages.handing_out import handed_out
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.kernel.work import Work, ask, perform
from studio.photos.actions import (
    add_photo,
    delete_hidden,
    edit_photo,
    hide_photos,
    keep_hidden,
    remove_photo,
    restore_photo,
    show_photos,
    view_photos,
)
from studio.photos.details import FIELDS, parted
from studio.photos.models import Photo
from studio.photos.pictures import TAKEN, read_photo
from studio.photos.queries import hidden_photos, picture_bytes, portfolio, shown_bytes, whose
from studio.photos.refusals import PhotoIsGone

router = APIRouter(tags=["photos"])
Kind = Annotated[str, Query(max_length=20, description="`finished`, `healing` or `reference`.")]
Word = Annotated[str, Query(max_length=100)]
Tags = Annotated[Sequence[str], Query(max_length=40)]


class Beside(BaseModel):
    """What is written beside a photo; only what is named changes."""

    kind: str | None = Field(None, max_length=20)
    day: int | None = None
    caption: str | None = Field(None, max_length=1000)
    place: str | None = Field(None, max_length=400)
    tags: list[str] | None = Field(None, max_length=40)
    taken_on: date | None = None
    artist_id: UUID | None = None
    version: int | None = None


class Chosen(BaseModel):
    """Some photos."""

    ids: list[UUID] = Field(max_length=200)


class Kept(Chosen):
    """Withdrawn photos that have to stay, and why."""

    why: str = Field(max_length=1000)


@router.get("/clients/{client}/photos")
def get_photos(client: str, actor: ApiActor, page: PageNumber = 1, size: PageSize = 200) -> Response:
    """The photos of a client, newest first; that somebody looked is written in the journal."""
    found = perform(actor, view_photos, id_of(actor, client), page, size)
    return collection(found.photos, found.total, page, size)


@router.post("/clients/{client}/photos", status_code=201)
async def post_photo(
    request: Request, client: str, actor: ApiActor, kind: Kind, day: int | None = None, place: Word = "",
    caption: Annotated[str, Query(max_length=300)] = "", tags: Tags = (), taken_on: date | None = None,
    artist_id: UUID | None = None, key: IdempotencyKey = "",
) -> Response:  # fmt: skip
    """Send the photo as the body: it is drawn anew. Refused unless the client has agreed to photos for the file."""
    spool = await gathered(request.stream(), TAKEN.bytes, TAKEN.most)
    try:
        came = await asyncio.to_thread(spool.read)
    finally:
        spool.close()
    told: dict[str, Any] = {"kind": kind, "day": day, "place": place, "caption": caption, "tags": tags}
    told |= {"artist_id": artist_id, **({"taken_on": taken_on} if taken_on else {})}

    def keep() -> Response:
        about = id_of(actor, client)
        asked = [str(about), *map(str, told.values()), sha256(came).hexdigest()]
        return post(actor, key, add_photo, (about, read_photo(came), told), as_kept, asked_for=asked)

    return await run_in_threadpool(keep)


@router.get("/photos")
def get_shown(
    actor: ApiActor, artist: UUID | None = None, place: Word = "", tag: Word = "", kind: Kind = "",
    page: PageNumber = 1, size: PageSize = 48,
) -> Response:  # fmt: skip
    """What may be shown in public, without whose it is."""
    found = ask(actor, portfolio, artist=artist, place=place, tag=tag, kind=kind, page=page, size=size)
    return collection(found.items, found.total, found.page, found.size)


@router.get("/photos/withdrawn")
def get_withdrawn(actor: ApiActor) -> Response:
    """Photos whose consent was withdrawn."""
    found = ask(actor, hidden_photos)
    return collection(found, len(found), 1, max(1, len(found)))


@router.post("/photos/show")
def post_show(chosen: Chosen, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Mark photos as fit to be shown. Refused unless each client has agreed to photos in public."""
    return post(actor, key, show_photos, (chosen.ids,), lambda _, done: {"ids": done}, status=200)


@router.post("/photos/hide")
def post_hide(chosen: Chosen, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take photos out of public."""
    return post(actor, key, hide_photos, (chosen.ids,), lambda _, done: {"ids": done}, status=200)


@router.post("/photos/withdrawn/delete")
def post_delete(chosen: Chosen, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Delete withdrawn photos for good."""
    return post(actor, key, delete_hidden, (chosen.ids,), lambda _, done: {"count": done}, status=200)


@router.post("/photos/withdrawn/keep")
def post_keep(kept: Kept, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Keep withdrawn photos, hidden, because something obliges the studio to."""
    return post(actor, key, keep_hidden, (kept.ids, kept.why), lambda _, done: {"count": done}, status=200)


@router.get("/photos/{photo_id}/picture")
def get_picture(photo_id: str, actor: ApiActor) -> Response:
    """A photo that may be shown, as JPEG."""
    return handed_out(ask(actor, shown_bytes, id_in(photo_id, PhotoIsGone), "l"), "jpeg", "photo.jpg")


@router.get("/photos/{photo_id}/kept")
def get_kept(photo_id: str, actor: ApiActor) -> Response:
    """A photo on a client's file, as JPEG; that somebody looked is written in the journal."""
    number = id_in(photo_id, PhotoIsGone)
    data = ask(actor, picture_bytes, number, "l")
    perform(actor, view_photos, id_of(actor, ask(actor, whose, number)), size=1)
    return handed_out(data, "jpeg", "photo.jpg")


@router.patch("/photos/{photo_id}")
def patch_photo(photo_id: str, told: Beside, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Change what is written beside a photo."""
    details = {name: getattr(told, name) for name in FIELDS if name in told.model_fields_set}
    asked = (id_in(photo_id, PhotoIsGone), details, told.version)
    return post(actor, key, edit_photo, asked, as_kept, status=200)


@router.delete("/photos/{photo_id}")
def delete_photo(photo_id: str, actor: ApiActor) -> Response:
    """Remove a photo; it can be brought back for some days."""
    number = id_in(photo_id, PhotoIsGone)
    perform(actor, remove_photo, number)
    return as_json({"id": number})


@router.post("/photos/{photo_id}/restore")
def post_restore(photo_id: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring a removed photo back."""
    return post(actor, key, restore_photo, (id_in(photo_id, PhotoIsGone),), as_kept, status=200)


def as_kept(work: Work, photo: Photo) -> dict[str, Any]:
    """As this very act leaves it."""
    work.session.flush()
    names = ("id", "client_id", *FIELDS, "wide", "tall", "added_by_name", "created_at", "version")
    return {name: getattr(photo, name) for name in names} | {"tags": parted(photo.tags)}
