"""The API of country profiles: what is in force, what it says, what counted before; choose one, make it one's own."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import as_json, collection
from studio.jurisdiction.actions import (
    change_profile,
    choose_profile,
    copy_profile,
    import_profile,
    remove_profile,
)
from studio.jurisdiction.models import ProfileCopy
from studio.jurisdiction.queries import edition, editions, profile, profile_in_force, profile_line, profiles
from studio.jurisdiction.reading import MOST, plain_content
from studio.jurisdiction.refusals import ProfileIsShipped
from studio.kernel.actor import Actor
from studio.kernel.work import Work, ask, perform

router = APIRouter(prefix="/jurisdictions", tags=["jurisdictions"])
Key = Annotated[str, Path(max_length=60)]
Number = Annotated[int, Path(ge=1, le=2**31)]


class Copied(BaseModel):
    """A profile to make one's own, and what to call it."""

    key: Annotated[str, Field(max_length=60)]
    name: Annotated[str, Field(max_length=200)]


class Filed(BaseModel):
    """A profile as a TOML file, as the screen hands it out."""

    file: Annotated[str, Field(max_length=MOST)]


class Rules(BaseModel):
    """All that one of the studio's own profiles says from now on, as reading gives it."""

    version: Annotated[int, Field(description="The version that was read; an old one gets 409.")]
    content: dict[str, Any]


@router.get("")
def get_jurisdictions(actor: ApiActor) -> Response:
    """All profiles: shipped ones and the studio's own; which is in force, and when each was checked."""
    found = ask(actor, profiles)
    return collection(found, len(found), 1, max(1, len(found)))


@router.get("/in-force")
def get_in_force(actor: ApiActor) -> Response:
    """All the rules that count now. Not legal advice."""
    return as_json(plain_content(ask(actor, profile_in_force)))


@router.get("/editions")
def get_editions(actor: ApiActor) -> Response:
    """What was in force from when on, newest first; signed papers name the number."""
    found = ask(actor, editions)
    return collection(found, len(found), 1, max(1, len(found)))


@router.get("/editions/{number}")
def get_edition(actor: ApiActor, number: Number) -> Response:
    """What an edition said."""
    return as_json(plain_content(ask(actor, edition, number)))


@router.get("/{key}")
def get_jurisdiction(actor: ApiActor, key: Key) -> Response:
    """All one profile says, with the source of each rule."""
    return as_json(plain_content(ask(actor, profile, key)))


@router.post("", status_code=201)
def post_copy(told: Copied, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Make a profile the studio's own, to be changed. It is not in force until it is chosen."""
    return post(actor, key, copy_profile, (told.key, told.name), _stands)


@router.post("/files", status_code=201)
def post_file(told: Filed, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take a profile in from a file, as one of the studio's own."""
    return post(actor, key, import_profile, (told.file,), _stands)


@router.post("/{profile}/choose")
def post_choice(profile: Key, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """From now on this profile is in force; what was signed keeps the rules of its day."""
    return post(actor, key, choose_profile, (profile,), lambda _, done: {"in_force": profile}, status=200)


@router.put("/{key}")
def put_rules(key: Key, told: Rules, actor: ApiActor) -> Response:
    """Put other rules into one of the studio's own; where it is in force they count at once."""
    perform(actor, change_profile, _own(actor, key), told.content, told.version)
    return as_json(ask(actor, profile_line, key))


@router.delete("/{key}", status_code=204)
def delete_profile(key: Key, actor: ApiActor, version: int) -> Response:
    """Take one of the studio's own away; what it said while it was in force stays on record."""
    perform(actor, remove_profile, _own(actor, key), version)
    return Response(status_code=204)


def _own(actor: Actor, key: str) -> UUID:
    """The row behind a key; those that come with Linework have none."""
    line = ask(actor, profile_line, key)
    if line.id is None:
        raise ProfileIsShipped
    return line.id


def _stands(work: Work, row: ProfileCopy) -> dict[str, Any]:
    work.session.flush()
    return {"key": row.key, "name": row.name, "based_on": row.based_on, "version": row.version}
