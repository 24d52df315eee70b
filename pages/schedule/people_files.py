"""Pictures of portfolios and scans of certificates at addresses of their own, for staff."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response

from pages.asking import id_in, staff
from pages.handing_out import handed_out
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask
from studio.schedule.portfolio.queries import work_bytes
from studio.schedule.portfolio.refusals import WorkIsGone
from studio.schedule.queries.papers import certificate_file
from studio.schedule.refusals import CertificateFileIsGone

router = APIRouter()


@router.get("/artists/work/{work_id}/{size}.jpg", include_in_schema=False)
def picture(request: Request, work_id: str, size: Literal["small", "large"]) -> Response:
    """One picture; no browser keeps it, so that a withdrawn consent counts at once."""
    actor = staff(request)
    if actor is None:
        raise SignedOut
    data = ask(actor, work_bytes, id_in(work_id, WorkIsGone), "s" if size == "small" else "l")
    return handed_out(data, "jpeg", "portfolio.jpg", shown=True)


@router.get("/artists/papers/{paper_id}", include_in_schema=False)
def scan(request: Request, paper_id: str) -> Response:
    """The scan of a certificate, for whoever may see the certificate."""
    actor = staff(request)
    if actor is None:
        raise SignedOut
    kind, data = ask(actor, certificate_file, id_in(paper_id, CertificateFileIsGone))
    return handed_out(data, kind, f"certificate.{'jpg' if kind == 'jpeg' else kind}", shown=True)
