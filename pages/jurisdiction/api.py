"""The API of country profiles: read-only; what is in force, what it says, and what counted before."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from pages.api import ApiActor
from pages.paging import as_json, collection
from studio.jurisdiction.queries import edition, editions, profile, profile_in_force, profiles
from studio.jurisdiction.reading import plain_content
from studio.kernel.work import ask

router = APIRouter(prefix="/jurisdictions", tags=["jurisdictions"])
Key = Annotated[str, Path(max_length=60)]
Number = Annotated[int, Path(ge=1, le=2**31)]


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
