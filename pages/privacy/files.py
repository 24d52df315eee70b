"""The address of a person file: for whoever asked for it, for ten minutes, streamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from pages.privacy.paper import zipped
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.work import perform
from studio.privacy.actions import read_person_file
from studio.privacy.gathering import Part
from studio.privacy.progress import Progress

router = APIRouter()
going: dict[UUID, Progress] = {}
"""How far the files are that a page waits for; it takes its own away again."""


@router.get("/privacy/file/{request_id}", include_in_schema=False)
def person_file(request: Request, request_id: UUID) -> StreamingResponse:
    """All there is about a person. Its address tells nothing about them."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    return sent(actor, request_id)


def sent(actor: Actor, request_id: UUID) -> StreamingResponse:
    """The archive for whoever asked for it, as it comes. Raises FileIsGone."""
    code, parts = perform(actor, read_person_file, request_id)
    progress = going.get(request_id, Progress())
    headers = {"Content-Disposition": f'attachment; filename="{code}.zip"', "Cache-Control": "no-store"}
    return StreamingResponse(told_of(code, parts, progress), media_type="application/zip", headers=headers)


def told_of(code: str, parts: Sequence[Part], progress: Progress) -> Iterator[bytes]:
    """The archive, and that it is over, also where whoever took it went away."""
    try:
        yield from zipped(house(), code, parts, progress)
    finally:
        progress.over = True
