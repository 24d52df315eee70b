"""The API of portfolios and of the scans of certificates, below the artist they belong to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from components.files.arriving import gathered
from pages.api import ApiActor
from pages.asking import id_in
from pages.handing_out import handed_out
from pages.idempotency import IdempotencyKey, post
from pages.paging import as_json, collection
from pages.schedule.api_people import artist_of
from studio.extension.incoming import PAPERS, PICTURES, Allowed, made_safe
from studio.kernel.work import Work, ask, perform
from studio.photos.pictures import TAKEN, read_photo
from studio.schedule.actions import edit_certificate
from studio.schedule.models import Certificate, PortfolioWork
from studio.schedule.portfolio.actions import (
    add_drawing,
    choose_photos,
    describe_work,
    order_portfolio,
    remove_works,
    restore_works,
)
from studio.schedule.portfolio.queries import portfolio_of, work_bytes
from studio.schedule.portfolio.refusals import WorkIsGone
from studio.schedule.queries.papers import certificate_file
from studio.schedule.refusals import CertificateFileIsGone

router = APIRouter(prefix="/artists/{artist}", tags=["artists"])
SCANS = Allowed((*PICTURES, *PAPERS), most=20)
Tags = Annotated[Sequence[str], Query(max_length=40)]


class Chosen(BaseModel):
    """Some pictures."""

    ids: list[UUID] = Field(max_length=500)


class Words(BaseModel):
    """What stands beside a drawing; what is left out stays."""

    title: str | None = Field(None, max_length=1000)
    tags: list[str] | None = Field(None, max_length=40)
    version: int | None = None


@router.get("/portfolio")
def get_portfolio(artist: str, actor: ApiActor) -> Response:
    """All of it in its order; a client's photo only while it may be shown."""
    found = ask(actor, portfolio_of, artist_of(actor, artist).id).works
    return collection(found, len(found), 1, max(1, len(found)))


@router.post("/portfolio", status_code=201)
async def post_drawing(
    request: Request, artist: str, actor: ApiActor, title: Annotated[str, Query(max_length=200)] = "",
    tags: Tags = (), key: IdempotencyKey = "",
) -> Response:  # fmt: skip
    """Send the drawing as the body: it is drawn anew."""
    came = await _body(request, TAKEN)
    told: dict[str, Any] = {"title": title, "tags": list(tags)}

    def keep() -> Response:
        about = artist_of(actor, artist).id
        asked = [str(about), title, *tags, sha256(came).hexdigest()]
        return post(actor, key, add_drawing, (about, read_photo(came), told), _as_kept, asked_for=asked)

    return await run_in_threadpool(keep)


@router.post("/portfolio/photos")
def post_photos(artist: str, chosen: Chosen, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put clients' photos in; refused unless each may be shown."""
    asked = (artist_of(actor, artist).id, chosen.ids)
    return post(actor, key, choose_photos, asked, lambda _, done: {"ids": done}, status=200)


@router.post("/portfolio/order")
def post_order(artist: str, chosen: Chosen, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Let these stand in this order among themselves."""
    asked = (artist_of(actor, artist).id, chosen.ids)
    return post(actor, key, order_portfolio, asked, lambda _, done: {"moved": done}, status=200)


@router.get("/portfolio/{work_id}/picture")
def get_work(artist: str, work_id: str, actor: ApiActor) -> Response:
    """One picture, as JPEG."""
    artist_of(actor, artist)
    return handed_out(ask(actor, work_bytes, id_in(work_id, WorkIsGone), "l"), "jpeg", "portfolio.jpg")


@router.patch("/portfolio/{work_id}")
def patch_work(artist: str, work_id: UUID, told: Words, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Change what stands beside a drawing."""
    artist_of(actor, artist)
    details = told.model_dump(exclude_unset=True, exclude={"version"}, exclude_none=True)
    return post(actor, key, describe_work, (work_id, details, told.version), _as_kept, status=200)


@router.delete("/portfolio/{work_id}")
def delete_work(artist: str, work_id: UUID, actor: ApiActor) -> Response:
    """Take a picture out; it can be brought back for some days."""
    artist_of(actor, artist)
    perform(actor, remove_works, [work_id])
    return as_json({"id": work_id})


@router.post("/portfolio/{work_id}/restore")
def restore_work(artist: str, work_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring a picture back to where it stood."""
    artist_of(actor, artist)
    return post(actor, key, restore_works, ([work_id],), lambda _, done: {"count": done}, status=200)


@router.get("/certificates/{certificate_id}/file")
def get_scan(artist: str, certificate_id: str, actor: ApiActor) -> Response:
    """The scan of a certificate."""
    artist_of(actor, artist)
    kind, data = ask(actor, certificate_file, id_in(certificate_id, CertificateFileIsGone))
    return handed_out(data, kind, f"certificate.{'jpg' if kind == 'jpeg' else kind}")


@router.post("/certificates/{certificate_id}/file")
async def post_scan(
    request: Request, artist: str, certificate_id: UUID, actor: ApiActor, key: IdempotencyKey = ""
) -> Response:
    """Send the scan as the body, in place of the one there was: a picture is drawn anew, a PDF looked through."""
    came = await _body(request, SCANS)

    def keep() -> Response:
        about = artist_of(actor, artist).id
        asked = [str(about), str(certificate_id), sha256(came).hexdigest()]
        told: tuple[Any, ...] = (certificate_id, {}, None, made_safe(came, SCANS).data)
        return post(actor, key, edit_certificate, told, _as_filed, status=200, asked_for=asked)

    return await run_in_threadpool(keep)


async def _body(request: Request, allowed: Allowed) -> bytes:
    spool = await gathered(request.stream(), allowed.bytes, allowed.most)
    try:
        return await asyncio.to_thread(spool.read)
    finally:
        spool.close()


def _as_kept(work: Work, row: PortfolioWork) -> dict[str, Any]:
    work.session.flush()
    names = ("id", "artist_id", "photo_id", "title", "tags", "wide", "tall", "position", "version")
    return {name: getattr(row, name) for name in names}


def _as_filed(work: Work, row: Certificate) -> dict[str, Any]:
    work.session.flush()
    return {**row.model_dump(), "file": bool(row.file)}
