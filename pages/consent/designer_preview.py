"""The preview: the signing page itself for a made-up client. It has no token, and nothing is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from pages.consent.ceremony_page import draw
from pages.rendering import POLICY
from studio.consent.queries import CeremonyState, GuestSheet, text
from studio.consent.rules.sheet import clause_keys, digest_of, make_sheet, read_marks
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.text import N_, speaking, t
from studio.kernel.work import ask

router = APIRouter()
NOBODY = UUID(int=0)
NAME = N_("Ana Pereira")


@router.get("/consent/templates/{key}/preview", include_in_schema=False)
def preview(request: Request, key: str, lang: str = "") -> Response:
    """The draft, else what counts, in one language; framed by our own screens alone."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    contents = ask(actor, text, key).shown
    language = lang if lang in contents else next(iter(contents))
    with speaking(language):
        sheet = made_up_sheet(key, language, dict(contents[language]))
        page = draw("preview", made_up_state(language), sheet, preview=True)
    page.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    return page


def made_up_state(language: str) -> CeremonyState:
    """A signing at the desk that stands in no book."""
    later = datetime(2100, 1, 1, tzinfo=UTC)
    return CeremonyState(
        id=NOBODY, token_id=NOBODY, state="open", language=language, place="desk", device_id=None, expires_at=later,
        opened=True, living=True,
    )  # fmt: skip


def made_up_sheet(key: str, language: str, content: dict[str, Any]) -> GuestSheet:
    """The sheet of a client who does not exist."""
    sheet = make_sheet(key, 0, language, content)
    name = t(NAME)
    return GuestSheet(
        ceremony_id=NOBODY, state="open", language=language, languages=(language,), client_name=name.split()[0],
        full_name=name, birth_date=date(1995, 3, 4), about="", studio=house().settings["studio.name"], sheet=sheet,
        digest=digest_of(sheet), changed=False, clauses=clause_keys(content), marks=read_marks(content), answers={},
        consents={}, signed_at=None,
    )  # fmt: skip
