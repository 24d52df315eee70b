"""The API of consent texts that are being written: begun, drafted, taken in and handed out as files, put away."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import as_json
from studio.consent.actions import (
    archive_text,
    drop_draft,
    import_text,
    publish_draft,
    restore_text,
    save_draft,
    start_text,
)
from studio.consent.queries import text
from studio.consent.refusals import TemplateIsUnknown
from studio.consent.rules.files import MOST, write_file
from studio.consent.store import Edition
from studio.consent.text_models import ConsentText
from studio.kernel.work import Work, ask, perform

router = APIRouter(prefix="/consent-templates", tags=["consent-templates"])
Key = Annotated[str, Path(max_length=60)]
Seen = Annotated[int, Field(description="The version that was read, 0 for none yet; an old one gets 409.")]


class NewText(BaseModel):
    """A text of the studio's own, empty or from another one."""

    title: Annotated[str, Field(max_length=200)]
    based_on: Annotated[str, Field(max_length=60)] = ""


class Filed(BaseModel):
    """One language of a text as a TOML file, as the screen hands it out."""

    file: Annotated[str, Field(max_length=MOST)]
    name: Annotated[str, Field(max_length=200, description="What the file is called; refusals name it.")] = ""


class Draft(BaseModel):
    """What is being written, complete or not."""

    version: Seen
    contents: dict[str, dict[str, Any]] = Field(description="Language → content, as reading gives it.")


class Ready(BaseModel):
    """Which draft is meant."""

    version: Seen


@router.post("", status_code=201)
def post_text(made: NewText, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Begin a text; it is a draft until it is published."""
    return post(actor, key, start_text, (made.title, made.based_on), _stands)


@router.post("/files", status_code=201)
def post_file(told: Filed, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take one language of a text in from a file, into its draft; never over what somebody else is writing."""
    return post(actor, key, import_text, (told.file, told.name), _stands)


@router.get("/{key}/files/{language}")
def get_file(actor: ApiActor, key: Key, language: Annotated[str, Path(max_length=20)]) -> Response:
    """One language as a file: the draft where there is one, else what counts."""
    view = ask(actor, text, key)
    if language not in view.shown:
        raise TemplateIsUnknown
    saved_as = {"Content-Disposition": f'attachment; filename="{view.line.key}.{language}.toml"'}
    written = write_file(view.line.key, language, view.shown[language])
    return Response(written, media_type="application/toml", headers=saved_as)


@router.get("/{key}/draft")
def get_draft(actor: ApiActor, key: Key) -> Response:
    """What waits to be published; null where nothing does."""
    view = ask(actor, text, key)
    return as_json({"key": view.line.key, "version": view.line.version, "contents": view.draft})


@router.put("/{key}/draft")
def put_draft(key: Key, told: Draft, actor: ApiActor) -> Response:
    """Keep a draft; nobody signs it before it is published."""
    perform(actor, save_draft, key, told.contents, told.version)
    return get_draft(actor, key)


@router.delete("/{key}/draft", status_code=204)
def delete_draft(key: Key, actor: ApiActor, version: int) -> Response:
    """Throw the draft away; a text that was never published goes altogether."""
    perform(actor, drop_draft, key, version)
    return Response(status_code=204)


@router.post("/{key}/draft/publish", status_code=201)
def post_draft(key: Key, told: Ready, actor: ApiActor, idempotency: IdempotencyKey = "") -> Response:
    """Make the draft the text from now on; open pages must be read again."""
    return post(actor, idempotency, publish_draft, (key, told.version), published)


@router.post("/{key}/archive")
def post_archive(key: Key, actor: ApiActor, idempotency: IdempotencyKey = "") -> Response:
    """Offer it no more; what was signed keeps it. Refused while a service asks for it."""
    return post(actor, idempotency, archive_text, (key,), _stands, status=200)


@router.post("/{key}/restore")
def post_restore(key: Key, actor: ApiActor, idempotency: IdempotencyKey = "") -> Response:
    """Offer it again."""
    return post(actor, idempotency, restore_text, (key,), _stands, status=200)


def published(_: Work, edition: Edition) -> dict[str, Any]:
    """What became of it."""
    return {"key": edition.key, "edition": edition.number, "languages": sorted(edition.contents)}


def _stands(work: Work, row: ConsentText) -> dict[str, Any]:
    work.session.flush()
    told = {"key": row.key, "title": row.title, "based_on": row.based_on, "version": row.version}
    return {**told, "is_draft": row.draft is not None, "archived": row.archived_at is not None}
