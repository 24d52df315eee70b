"""The sealed PDF of a packet, at an address of its own; taking it out is written down."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from studio.consent.actions import open_paper
from studio.kernel.actor import Actor
from studio.kernel.refusal import SignedOut
from studio.kernel.work import perform

router = APIRouter()


@router.get("/consent/{code}/consent.pdf", include_in_schema=False)
def paper(request: Request, code: str) -> Response:
    """The document as it was sealed, byte by byte."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    name, pdf = perform(actor, open_paper, code)
    return Response(pdf, media_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})
