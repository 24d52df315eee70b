"""Attached files for programs: below the client that carries them, and each at an address of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any

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
from studio.documents.attachments.actions import (
    LONGEST_NOTE,
    attach,
    bring_back_attachment,
    describe_attachment,
    open_attachment,
    remove_attachment,
)
from studio.documents.attachments.models import Attachment
from studio.documents.attachments.queries import AttachmentLine, attachment, attachments_of
from studio.documents.attachments.refusals import FileIsMissing
from studio.documents.attachments.taking import LONGEST_NAME, allowed, made_ready
from studio.kernel.house import house
from studio.kernel.subject import Subject
from studio.kernel.work import Work, ask, perform

router = APIRouter(tags=["attachments"])
Name = Annotated[str, Query(max_length=1000, description="As it is called where it comes from; only ever shown.")]
Note = Annotated[str, Query(max_length=LONGEST_NOTE)]
Words = Annotated[str, Query(max_length=80, description="Any part of a name or note.")]


class Description(BaseModel):
    """What can be said of a file."""

    name: str = Field(max_length=LONGEST_NAME)
    note: str = Field("", max_length=LONGEST_NOTE)
    private: bool = False
    version: int | None = None


@router.get("/clients/{client}/attachments")
def get_attachments(
    client: str, actor: ApiActor, q: Words = "", removed: bool = False, page: PageNumber = 1, size: PageSize = 50
) -> Response:
    """What is attached to a client, newest first; `removed` gives what can still be brought back."""
    about = Subject("client", id_of(actor, client))
    found = ask(actor, attachments_of, about, q=q, removed=removed, page=page, size=size)
    return collection(map(shown, found.items), found.total, page, size)


@router.post("/clients/{client}/attachments", status_code=201)
async def post_attachment(
    request: Request, client: str, actor: ApiActor, name: Name = "", note: Note = "", private: bool = False,
    key: IdempotencyKey = "",
) -> Response:  # fmt: skip
    """Send the file as the body. Pictures are drawn anew, PDFs looked through; what acts by itself is refused."""
    about = Subject("client", await run_in_threadpool(id_of, actor, client))
    limits = allowed(house())
    spool = await gathered(request.stream(), limits.bytes, limits.most)
    try:
        came = await asyncio.to_thread(spool.read)
    finally:
        spool.close()
    asked = [str(about), name, note, private, sha256(came).hexdigest()]

    def keep() -> Response:
        ready = made_ready(house(), name, came)
        return post(actor, key, attach, (about, ready, note, private), as_kept, asked_for=asked)

    return await run_in_threadpool(keep)


@router.get("/attachments/{attachment_id}")
def get_attachment(attachment_id: str, actor: ApiActor) -> Response:
    """One attached file."""
    return as_json(shown(ask(actor, attachment, id_in(attachment_id, FileIsMissing))))


@router.get("/attachments/{attachment_id}/file")
def get_file(attachment_id: str, actor: ApiActor) -> Response:
    """The file itself; that it was taken out is written in the journal."""
    opened = perform(actor, open_attachment, id_in(attachment_id, FileIsMissing))
    return handed_out(opened.data, opened.kind, opened.name)


@router.patch("/attachments/{attachment_id}")
def patch_attachment(attachment_id: str, told: Description, actor: ApiActor) -> Response:
    """Another name, note or privacy."""
    number = id_in(attachment_id, FileIsMissing)
    perform(actor, describe_attachment, number, told.name, told.note, private=told.private, seen_version=told.version)
    return as_json(shown(ask(actor, attachment, number)))


@router.delete("/attachments/{attachment_id}")
def delete_attachment(attachment_id: str, actor: ApiActor) -> Response:
    """Take it away; it can be brought back for some days, then it is gone with its bytes."""
    number = id_in(attachment_id, FileIsMissing)
    perform(actor, remove_attachment, number)
    return as_json(shown(ask(actor, attachment, number)))


@router.post("/attachments/{attachment_id}/bring-back")
def post_bring_back(attachment_id: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Undo a removal."""
    return post(actor, key, bring_back_attachment, (id_in(attachment_id, FileIsMissing),), as_kept, status=200)


def shown(one: AttachmentLine) -> Mapping[str, Any]:
    """An attached file as programs see it."""
    told = {name: getattr(one, name) for name in one.__dataclass_fields__ if name not in ("pictured", "removable")}
    return {**told, "about": {"kind": one.about.kind, "id": one.about.id}}


def as_kept(_: Work, row: Attachment) -> dict[str, Any]:
    """As this very act leaves it."""
    names = ("id", "name", "kind", "size", "pages", "note", "private", "by_name", "at", "removed_at", "version")
    return {name: getattr(row, name) for name in names}
