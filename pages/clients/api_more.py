"""Clients for programs, continued: tags, files that are one person's, identity documents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from starlette.concurrency import run_in_threadpool

from pages.api import ApiActor
from pages.clients.api import card_in, id_of
from pages.clients.api_bodies import MergeFiles, NewTag, RenameTag, Unmerge
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.clients.actions import (
    Renamed,
    archive_client,
    merge_clients,
    rename_tag,
    reveal_identity,
    tag_clients,
    unmerge_clients,
    untag_clients,
)
from studio.clients.choosing import Chosen
from studio.clients.models import Client, ClientMerge
from studio.clients.queries import LikelyPair, likely_pairs, tag_uses
from studio.clients.queries.doubles import Double
from studio.kernel.work import Work, ask, perform

router = APIRouter(prefix="/clients", tags=["clients"])


@router.get("/tags")
def get_tags(actor: ApiActor) -> Response:
    """Every tag, how many carry it, and its colour, 1 to 6; 0 is plain."""
    return as_json({"items": [{"tag": u.tag, "count": u.count, "colour": u.pigment} for u in ask(actor, tag_uses)]})


@router.post("/tags/rename")
def post_rename(told: RenameTag, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Give a tag another name everywhere; a name in use makes the two one."""
    return post(actor, key, rename_tag, (told.old, told.new), renamed_in, status=200)


@router.get("/duplicates")
async def get_duplicates(actor: ApiActor, page: PageNumber = 1, size: PageSize = 50) -> Response:
    """Two files each that are probably one person's, the likeliest first."""
    found = await run_in_threadpool(ask, actor, likely_pairs, page=page, size=size)
    return collection(map(shown_pair, found.items), found.total, found.page, found.size)


@router.post("/{client}/merge")
def post_merge(client: str, told: MergeFiles, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Make one file of two; `merge_id` in the answer takes it back."""
    given = (id_of(actor, client), told.other_id, told.choices, told.version, told.other_version)
    return post(actor, key, merge_clients, given, merged_in, status=200)


@router.post("/{client}/unmerge")
def post_unmerge(client: str, told: Unmerge, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take a merge back; 409 when somebody built on what it wrote."""
    id_of(actor, client)
    return post(actor, key, unmerge_clients, (told.merge_id,), merged_in, status=200)


@router.post("/{client}/archive")
def post_archive(client: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """As DELETE: the client leaves the lists, everything stays on file."""
    return post(actor, key, archive_client, (id_of(actor, client),), card_in, status=200)


@router.post("/{client}/tags")
def post_tag(client: str, told: NewTag, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put a tag on a client, who may carry it already."""
    given = (Chosen(ids=(id_of(actor, client),)), told.tag)
    return post(actor, key, tag_clients, given, lambda work, changed: {"changed": len(changed)}, status=200)


@router.delete("/{client}/tags/{tag}")
def delete_tag(client: str, tag: str, actor: ApiActor) -> Response:
    """Take a tag off."""
    return as_json({"changed": len(perform(actor, untag_clients, Chosen(ids=(id_of(actor, client),)), tag))})


@router.post("/{client}/identity")
def post_identity(client: str, actor: ApiActor) -> Response:
    """The whole number of the identity document; that you asked is written in the journal."""
    return as_json({"id_number": perform(actor, reveal_identity, id_of(actor, client))})


def merged_in(work: Work, merge: ClientMerge) -> dict[str, Any]:
    """The kept file as this very act leaves it."""
    return {"merge_id": merge.id, **card_in(work, work.get(Client, merge.kept_id))}


def renamed_in(work: Work, done: Renamed) -> dict[str, Any]:
    return {"old": done.old, "new": done.new, "count": len(done.moved) + len(done.both)}


def shown_pair(pair: LikelyPair) -> dict[str, Any]:
    """A pair as programs see it."""
    return {"clients": [_side(pair.one), _side(pair.other)], "score": pair.score, "same": list(pair.traits)}


def _side(one: Double) -> dict[str, UUID | str]:
    return {"id": one.id, "code": one.code, "name": one.name}
