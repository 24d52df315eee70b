"""Attached files at addresses of their own, for staff alone; every look and every copy taken is written down."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from pages.asking import id_in, staff
from pages.documents.attachments.words import ADDRESS
from pages.handing_out import handed_out
from studio.documents.attachments.actions import open_attachment
from studio.documents.attachments.queries import little_picture
from studio.documents.attachments.refusals import FileIsMissing
from studio.kernel.actor import Actor
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask, perform

router = APIRouter()


@router.get(f"{ADDRESS}/{{attachment_id}}/small.jpg", include_in_schema=False)
def small(request: Request, attachment_id: str) -> Response:
    """The little picture lists show."""
    return handed_out(ask(_actor(request), little_picture, id_in(attachment_id, FileIsMissing)), "jpeg", "small.jpg",
                      shown=True)  # fmt: skip


@router.get(f"{ADDRESS}/{{attachment_id}}/look", include_in_schema=False)
def look(request: Request, attachment_id: str) -> Response:
    """Pictures and PDFs in the browser; everything else is saved."""
    return _opened(request, attachment_id, shown=True)


@router.get(f"{ADDRESS}/{{attachment_id}}/save", include_in_schema=False)
def save(request: Request, attachment_id: str) -> Response:
    """The file, to be saved."""
    return _opened(request, attachment_id, shown=False)


def _opened(request: Request, attachment_id: str, *, shown: bool) -> Response:
    opened = perform(_actor(request), open_attachment, id_in(attachment_id, FileIsMissing))
    return handed_out(opened.data, opened.kind, opened.name, shown=shown)


def _actor(request: Request) -> Actor:
    actor = staff(request)
    if actor is None:
        raise SignedOut
    return actor
