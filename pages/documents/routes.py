"""Papers, documents and client files as PDFs at addresses of their own; what was taken out is written down."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from pages.asking import id_in, staff
from pages.documents.naming import file_name
from pages.documents.paper_page import paper_page
from studio.clients.queries import client_card
from studio.documents.actions import open_document
from studio.documents.drawing import draw
from studio.documents.papers.client_file import print_client_file
from studio.documents.papers.printing import document_of
from studio.documents.papers.queries import edition, paper_now
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.text import nearest
from studio.kernel.work import ask, perform

router = APIRouter()


@router.get("/documents/papers/{key}/look", include_in_schema=False)
def as_guests_see_it(request: Request, key: str, lang: str = "", number: int = 0) -> Response:
    """The page guests and clients get, from the very same template: as it is, or in an edition there was."""
    actor, tag = _actor(request), nearest(lang[:20])
    if number > 0:
        return paper_page(ask(actor, edition, key[:60], min(number, 10**9), tag))
    return paper_page(ask(actor, paper_now, key[:60], tag))


@router.get("/documents/papers/{key}/paper.pdf", include_in_schema=False)
def paper_as_pdf(request: Request, key: str, lang: str = "") -> Response:
    """With the studio's letterhead, ready to print."""
    place = house()
    found = ask(_actor(request), paper_now, key[:60], nearest(lang[:20]))
    return _pdf(draw(document_of(place, found, place.clock.now())), f"{found.key}.pdf")


@router.get("/documents/sealed/{document_id}/sealed.pdf", include_in_schema=False)
def sealed_pdf(request: Request, document_id: str) -> Response:
    """The document as it was sealed, byte by byte."""
    name, pdf = perform(_actor(request), open_document, id_in(document_id))
    return _pdf(pdf, name)


@router.get("/clients/{code}/file.pdf", include_in_schema=False)
async def client_file(request: Request, code: str) -> Response:
    """A client's file to print, as far as whoever asks may see it."""
    actor = _actor(request)
    card = await run_in_threadpool(ask, actor, client_card, code[:40])
    name, document = await run_in_threadpool(perform, actor, print_client_file, card.id)
    return _pdf(await run_in_threadpool(draw, document), f"{name}.pdf")


def _actor(request: Request) -> Actor:
    actor = staff(request)
    if actor is None:
        raise SignedOut
    return actor


def _pdf(pdf: bytes, name: str) -> Response:
    shown = {"Content-Disposition": f'inline; filename="{file_name(name)}"'}
    return Response(pdf, media_type="application/pdf", headers=shown)
