"""`/d/{token}`: an aftercare sheet on the client's own phone, as a page and as a PDF, until its time is over."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from components.app.moments import here, show_date
from pages.asking import origin
from pages.documents.paper_page import Tongue, paper_page
from pages.rendering import neutral
from studio.documents.drawing import draw
from studio.documents.papers.giving import PURPOSE, open_given
from studio.documents.papers.printing import document_of
from studio.documents.papers.queries import given_for_guest, given_languages
from studio.documents.papers.shown import PaperText
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, nearest, speaking
from studio.kernel.work import perform
from studio.staff.queries import guest_of_token
from studio.staff.queries.standing import GuestView

FILE = "paper.pdf"
router = APIRouter()


@router.api_route("/d/{token}", methods=["GET", "HEAD"], include_in_schema=False)
def show_given(request: Request, token: str, lang: str = "") -> Response:
    """The very edition that was given; the neutral page for every token that is none, or is over."""
    guest, paper = _found(token, lang)
    if guest is None or paper is None:
        return neutral()
    if not guest.opened and request.method == "GET":
        try:
            perform(guest.actor(**origin(request)), open_given, guest.id)
        except Refusal:
            return neutral()
    others = [tag for tag in given_languages(paper) if tag != paper.language]
    tongues = tuple(Tongue(tag, LANGUAGES[tag], f"/d/{token}?lang={tag}") for tag in others)
    pdf = f"/d/{token}/{FILE}?lang={paper.language}"
    return paper_page(paper, pdf=pdf, until=_day(guest.expires_at, paper.language), tongues=tongues)


@router.api_route("/d/{token}/{file}", methods=["GET", "HEAD"], include_in_schema=False)
async def given_as_pdf(token: str, file: str, lang: str = "") -> Response:
    """The same as a PDF with the studio's letterhead."""
    guest, paper = await run_in_threadpool(_found, token, lang)
    if guest is None or paper is None or file != FILE:
        return neutral()
    place = house()
    pdf = await run_in_threadpool(lambda: draw(document_of(place, paper, place.clock.now())))
    name = f"{paper.key}.pdf"
    return Response(
        pdf, media_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _found(token: str, lang: str) -> tuple[GuestView | None, PaperText | None]:
    guest = guest_of_token(token, PURPOSE)
    if guest is None or not guest.living:
        return None, None
    return guest, given_for_guest(guest, nearest(lang[:20], "") if lang else "")


def _day(at: datetime, language: str) -> str:
    with speaking(language):
        return show_date(here(at).date())
