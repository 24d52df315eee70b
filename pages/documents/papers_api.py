"""The API of papers: write and publish them, put them away, and note what a client was given."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from studio.documents.papers.actions import add_paper, archive_paper, publish_paper, restore_paper
from studio.documents.papers.giving import give_aftercare
from studio.documents.papers.models import Paper, PaperGiven
from studio.kernel.work import Work
from studio.upkeep.lan import phone_url

router = APIRouter(prefix="/documents/papers", tags=["documents"])
Key = Annotated[str, Path(max_length=60)]


class NewSheet(BaseModel):
    """An aftercare sheet of the studio's own, as a draft."""

    contents: dict[str, dict[str, str]] = Field(description="Language → title, lead and body.")
    service_kinds: Annotated[list[str], Field(max_length=60)] = []


class NewEdition(NewSheet):
    """What the paper says from now on, in every language it has."""

    version: Annotated[int, Field(description="The version that was read, 0 for none yet; an old one gets 409.")]


class Handing(BaseModel):
    """Which client gets the sheet, in which language, and how."""

    client_id: UUID
    language: Annotated[str, Field(max_length=20, description="Empty: the client's own.")] = ""
    how: Literal["phone", "printed", "email"] = "phone"


@router.post("", status_code=201)
def post_sheet(made: NewSheet, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Begin an aftercare sheet; it is a draft until it is published."""
    return post(actor, key, add_paper, (made.contents, made.service_kinds), _stands)


@router.post("/{paper}/editions", status_code=201)
def post_edition(paper: Key, told: NewEdition, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Publish: guests and clients read it from now on. Editions before stay as they were read."""
    said = (paper, told.contents, told.service_kinds, told.version)
    return post(actor, key, publish_paper, said, lambda _, number: {"key": paper, "edition": number})


@router.post("/{paper}/archive")
def post_archive(paper: Key, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Show it to nobody any more; what was given and signed stays."""
    return post(actor, key, archive_paper, (paper,), _stands, status=200)


@router.post("/{paper}/restore")
def post_restore(paper: Key, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Use it again as it stood."""
    return post(actor, key, restore_paper, (paper,), _stands, status=200)


@router.post("/{paper}/given", status_code=201)
def post_given(paper: Key, told: Handing, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Note that a client got this sheet; on the phone the answer has the address the client opens, told only here."""
    return post(actor, key, give_aftercare, (told.client_id, paper, told.language, told.how), _given)


def _stands(work: Work, row: Paper) -> dict[str, Any]:
    work.session.flush()
    return {"key": row.key, "kind": row.kind, "archived": row.archived_at is not None, "version": row.version}


def _given(_: Work, done: tuple[str, PaperGiven]) -> dict[str, Any]:
    token, given = done
    told = {"id": given.id, "edition": given.number, "language": given.language, "title": given.title}
    return {**told, "address": phone_url(f"/d/{token}") if token else ""}
