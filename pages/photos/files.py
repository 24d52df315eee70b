"""Pictures at addresses of their own, for staff alone: of a file, of the portfolio, and those that were withdrawn."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response

from pages.asking import id_in, staff
from pages.handing_out import handed_out
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask
from studio.photos.queries import hidden_bytes, picture_bytes, shown_bytes
from studio.photos.refusals import PhotoIsGone

router = APIRouter()
READS = {"kept": picture_bytes, "shown": shown_bytes, "withdrawn": hidden_bytes}


@router.get("/photos/{which}/{photo_id}/{size}.jpg", include_in_schema=False)
def picture(
    request: Request, which: Literal["kept", "shown", "withdrawn"], photo_id: str, size: Literal["small", "large"]
) -> Response:
    """One picture; no browser keeps it, so that a withdrawn consent counts at once."""
    actor = staff(request)
    if actor is None:
        raise SignedOut
    data = ask(actor, READS[which], id_in(photo_id, PhotoIsGone), "s" if size == "small" else "l")
    return handed_out(data, "jpeg", "photo.jpg", shown=True)
