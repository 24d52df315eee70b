"""The address of a person file: for whoever asked for it, for ten minutes, streamed."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from pages.privacy.paper import zipped
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.work import perform
from studio.privacy.actions import read_person_file

router = APIRouter()


@router.get("/privacy/file/{request_id}", include_in_schema=False)
def person_file(request: Request, request_id: UUID) -> StreamingResponse:
    """All there is about a person. Its address tells nothing about them."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    code, parts = perform(actor, read_person_file, request_id)
    headers = {"Content-Disposition": f'attachment; filename="{code}.zip"', "Cache-Control": "no-store"}
    return StreamingResponse(zipped(house(), code, parts), media_type="application/zip", headers=headers)
