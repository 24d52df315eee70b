"""A paper as one page that needs nothing besides: style and logo stand in it, so that a saved copy reads the same."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi.responses import HTMLResponse
from markupsafe import Markup

from pages.rendering import drawn
from studio.documents.papers.content import parts_of
from studio.documents.papers.shown import PaperText, guest_paper
from studio.kernel.house import house
from studio.kernel.text import language, speaking
from studio.upkeep.logo import logo_bytes
from studio.upkeep.premises import contact_lines

LARGEST_LOGO = 150_000
POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; img-src data:; form-action 'none'; frame-ancestors 'none'; "
    "base-uri 'none'"
)


@dataclass(frozen=True)
class Tongue:
    """The same paper in another language."""

    tag: str
    name: str
    to: str


def paper_page(paper: PaperText, *, pdf: str = "", until: str = "", tongues: tuple[Tongue, ...] = ()) -> HTMLResponse:
    """The page, in the paper's own language."""
    place = house()
    logo = logo_bytes(place, place.settings["studio.logo"])
    data = f"data:image/png;base64,{b64encode(logo).decode()}" if 0 < len(logo) <= LARGEST_LOGO else ""
    with speaking(paper.language):
        text = drawn(
            "documents/paper.html",
            paper=paper,
            parts=parts_of(paper.body),
            style=Markup(style()),  # noqa: S704  our own file
            logo_data=data,
            contact=contact_lines(place.settings),
            pdf=pdf,
            until=until,
            tongues=tongues,
        )
    headers = {
        "Content-Security-Policy": POLICY.format(style=style_hash()),
        "Cache-Control": "no-store",
        "Content-Language": paper.language,
    }
    return HTMLResponse(text, headers=headers)


def paper_for_guest(key: str) -> HTMLResponse | None:
    """The studio's published notice, terms or policy as a page; None for everything guests are not shown.

    Whoever calls it has looked at the guest's own token first.
    """
    paper = guest_paper(key[:60], language())
    return paper_page(paper) if paper else None


@cache
def style() -> str:
    return (Path(__file__).parent / "paper_style.css").read_text("utf-8").strip()


@cache
def style_hash() -> str:
    """By which the browser knows that the style is ours: nothing else inline counts."""
    return b64encode(hashlib.sha256(style().encode()).digest()).decode()
