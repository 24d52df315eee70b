"""Pictures of designs at addresses of their own, for staff."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response

from pages.asking import id_in, staff
from pages.handing_out import handed_out
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask
from studio.tattoo.queries import design_picture
from studio.tattoo.refusals import DesignIsUnknown

router = APIRouter()
PNG = b"\x89PNG"


@router.get("/pieces/designs/{design_id}/{size}", include_in_schema=False)
def design(request: Request, design_id: str, size: Literal["small", "large"]) -> Response:
    """One version's picture, for whoever may see its piece."""
    actor = staff(request)
    if actor is None:
        raise SignedOut
    data = ask(actor, design_picture, id_in(design_id, DesignIsUnknown), small=size == "small")
    kind = "png" if data.startswith(PNG) else "jpeg"
    return handed_out(data, kind, f"design.{kind}", shown=True)
