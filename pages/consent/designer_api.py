"""The API of consent texts: read what counts and what counted, publish a new edition."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from pages.api import ApiActor
from pages.consent.designer_drafts_api import published
from pages.idempotency import IdempotencyKey, post
from pages.paging import as_json, collection
from studio.consent.actions import publish_template
from studio.consent.queries import text, text_edition, texts
from studio.kernel.work import ask

router = APIRouter(prefix="/consent-templates", tags=["consent-templates"])
Key = Annotated[str, Path(max_length=60)]
Number = Annotated[int, Path(ge=1, le=2**31)]


class NewEdition(BaseModel):
    """The whole text in every language it has; each has the same blocks."""

    contents: dict[str, dict[str, Any]] = Field(description="Language → content, as reading gives it.")


@router.get("")
def get_templates(actor: ApiActor, archived: bool = False) -> Response:
    """All texts: title, languages, the edition that counts and since when."""
    found = ask(actor, texts, archived=archived)
    return collection(found, len(found), 1, max(1, len(found)))


@router.get("/{key}")
def get_template(actor: ApiActor, key: Key) -> Response:
    """One text with its words in every language, and its editions so far."""
    view = ask(actor, text, key)
    return as_json({"text": view.line, "contents": view.contents, "editions": view.editions})


@router.get("/{key}/editions/{number}")
def get_edition(actor: ApiActor, key: Key, number: Number) -> Response:
    """What an edition said."""
    return as_json({"contents": ask(actor, text_edition, key, number)})


@router.post("/{key}/editions", status_code=201)
def post_edition(key: Key, told: NewEdition, actor: ApiActor, idempotency: IdempotencyKey = "") -> Response:
    """Make this the text from now on; the same words again are no new edition. A draft of it is gone then."""
    return post(actor, idempotency, publish_template, (key, told.contents), published, asked_for=told.model_dump())
