"""The API of the documents room: sealed documents, and the studio's own papers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.asking import id_in
from pages.documents.naming import file_name
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.documents.actions import open_document
from studio.documents.papers.queries import PaperLine, list_papers, paper
from studio.documents.queries import DocumentLine, document, list_documents, verify_kept
from studio.kernel.work import ask, perform

router = APIRouter(prefix="/documents", tags=["documents"])

Words = Annotated[str, Query(max_length=80, description="Any part of the title.")]
Kind = Annotated[str, Query(max_length=80)]


@router.get("")
def get_documents(
    actor: ApiActor, q: Words = "", kind: Kind = "", page: PageNumber = 1, size: PageSize = 50
) -> Response:
    """Sealed documents, newest first."""
    found = ask(actor, list_documents, q=q, kind=kind, page=page, size=size)
    return collection(map(shown, found.items), found.total, page, size)


@router.get("/papers")
def get_papers(actor: ApiActor) -> Response:
    """The studio's own papers as they stand."""
    found = ask(actor, list_papers)
    return collection(map(told, found), len(found), 1, max(1, len(found)))


@router.get("/papers/{key}")
def get_paper(key: str, actor: ApiActor) -> Response:
    """One paper: what is in use in each language, and every edition there was."""
    view = ask(actor, paper, key[:60])
    editions = [asdict(one) for one in view.editions]
    return as_json({**told(view.line), "contents": view.contents, "editions": editions})


@router.get("/{document_id}")
def get_document(document_id: str, actor: ApiActor) -> Response:
    """One sealed document."""
    return as_json(shown(ask(actor, document, id_in(document_id))))


@router.get("/{document_id}/verdict")
def get_verdict(document_id: str, actor: ApiActor) -> Response:
    """Whether the copy kept here still is as it was sealed."""
    verdict = ask(actor, verify_kept, id_in(document_id))
    return as_json({"state": verdict.state, "why": verdict.text})


@router.get("/{document_id}/pdf")
def get_pdf(document_id: str, actor: ApiActor) -> Response:
    """The PDF itself; that it was taken out is written in the journal."""
    name, pdf = perform(actor, open_document, id_in(document_id))
    saved = {"Content-Disposition": f'attachment; filename="{file_name(name)}"'}
    return Response(pdf, media_type="application/pdf", headers=saved)


def shown(one: DocumentLine) -> dict[str, Any]:
    """A sealed document as programs see it."""
    about = {"kind": one.about.kind, "id": one.about.id, "name": one.about_name}
    return {**{name: getattr(one, name) for name in one.__dataclass_fields__ if name != "about_name"}, "about": about}


def told(one: PaperLine) -> dict[str, Any]:
    """A paper as programs see it."""
    return asdict(one)
