"""The addresses of a bundle, streamed to whoever asked for it, and of the tool that verifies one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from pages.asking import id_in, staff
from pages.inspection.bundle import expected, streamed
from pages.inspection.progress import begun
from studio.inspection.actions import Order, begin_bundle
from studio.inspection.queries import inspection_desk
from studio.inspection.refusals import BundleIsGone
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Missing, SignedOut
from studio.kernel.work import ask, perform

router = APIRouter()
TOOL = Path(__file__).parents[2] / "docs" / "verify_bundle.py"


@router.get("/inspection/bundle/{bundle_id}", include_in_schema=False)
def bundle(request: Request, bundle_id: str) -> StreamingResponse:
    """The zip, made while it is sent."""
    return sent(_somebody(request), id_in(bundle_id, BundleIsGone))


def sent(actor: Actor, bundle_id: UUID) -> StreamingResponse:
    """The zip for whoever asked for it, as it is made. Raises BundleIsGone."""
    order = perform(actor, begin_bundle, bundle_id)
    name = f"inspection-{order.first_day.isoformat()}-{order.last_day.isoformat()}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(_followed(actor, order), media_type="application/zip", headers=headers)


@router.get("/inspection/verify_bundle.py", include_in_schema=False)
def tool(request: Request) -> Response:
    """The one-file tool, as it stands in the documentation."""
    ask(_somebody(request), inspection_desk)
    try:
        written = TOOL.read_bytes()
    except OSError:
        raise Missing from None
    headers = {"Content-Disposition": 'attachment; filename="verify_bundle.py"'}
    return Response(written, media_type="text/x-python; charset=utf-8", headers=headers)


def _followed(actor: Actor, order: Order) -> Iterator[bytes]:
    with begun(order.id, expected(actor, order)) as progress:
        yield from streamed(house(), actor, order, progress.hear)


def _somebody(request: Request) -> Actor:
    actor = staff(request)
    if actor is None:
        raise SignedOut
    return actor
