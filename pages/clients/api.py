"""The API of the clients room: clients on file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from pages.api import ApiActor
from pages.clients.api_bodies import ChosenArtist, ClientChange, ClientSearch, ConsentGiven, HealthAnswers, NewClient
from pages.idempotency import IdempotencyKey, post
from pages.keystroke import asked, described
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.clients.actions import (
    archive_client,
    create_client,
    edit_client,
    record_consent,
    record_health,
    restore_client,
    set_artist,
    view_health,
)
from studio.clients.models import Client, ConsentTick
from studio.clients.queries import (
    ClientCard,
    ClientRow,
    HealthSheet,
    card_by_id,
    client_card,
    find_clients,
    list_clients,
)
from studio.clients.refusals import ClientIsUnknown
from studio.kernel.actor import Actor
from studio.kernel.work import Read, Work, ask, perform

router = APIRouter(prefix="/clients", tags=["clients"])

Words = Annotated[str, Query(max_length=200, description="Any fragment of name, phone, e-mail or code.")]
Short = Annotated[str, Query(max_length=80)]
Light = Annotated[str, Query(max_length=80, description="red, amber, incomplete, green or unknown.")]
HIDDEN = ("photo", "photo_small", "flags")


@router.get("")
async def get_clients(
    actor: ApiActor, q: Words = "", page: PageNumber = 1, size: PageSize = 50,
    sort: Annotated[str, Query(max_length=20, description="name, code, created, changed; -name backwards.")] = "name",
    archived: bool = False, tag: Short = "", health_light: Light = "",
) -> Response:  # fmt: skip
    """Clients on file, a page at a time."""
    found = await run_in_threadpool(
        ask, actor, list_clients, q=q, page=page, size=size, sort=sort, archived=archived, tag=tag, health=health_light
    )
    return collection(map(shown_row, found.items), found.total, found.page, found.size)


@router.get("/search", openapi_extra=described(ClientSearch))
async def search_clients(request: Request) -> Response:
    """The best matches while somebody types: what a picker shows, without counting the rest."""
    actor, wanted = asked(request, ClientSearch)
    hits = ask(actor, find_clients, wanted.q, wanted.limit)
    items = [{"id": hit.id, "code": hit.code, "name": hit.title, "contact": hit.subtitle} for hit in hits]
    return as_json({"items": items})


@router.post("", status_code=201)
def post_client(made: NewClient, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put a client on file."""
    return post(actor, key, create_client, (made.details(),), card_in)


@router.get("/{client}")
def get_client(client: str, actor: ApiActor) -> Response:
    """One client, by id or code."""
    return as_json(shown(card_of(actor, client)))


@router.patch("/{client}")
def patch_client(client: str, change: ClientChange, actor: ApiActor) -> Response:
    """Change what is named."""
    edited = perform(actor, edit_client, id_of(actor, client), change.details(), change.version)
    return as_json(shown(ask(actor, card_by_id, edited.id)))


@router.delete("/{client}")
def delete_client(client: str, actor: ApiActor) -> Response:
    """Archive: the client leaves the lists, everything stays on file."""
    return as_json(shown(ask(actor, card_by_id, perform(actor, archive_client, id_of(actor, client)).id)))


@router.post("/{client}/restore")
def restore(client: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring an archived client back."""
    return post(actor, key, restore_client, (id_of(actor, client),), card_in, status=200)


@router.post("/{client}/artist")
def post_artist(client: str, chosen: ChosenArtist, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Say who looks after the client; null for nobody in particular."""
    return post(actor, key, set_artist, (id_of(actor, client), chosen.artist_id), card_in, status=200)


@router.get("/{client}/health")
def get_health(client: str, actor: ApiActor) -> Response:
    """Health answers and consents; that you looked is written in the journal."""
    return as_json(shown_sheet(perform(actor, view_health, id_of(actor, client))))


@router.post("/{client}/health")
def post_health(client: str, told: HealthAnswers, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Write down health answers; questions not named keep theirs."""
    return post(actor, key, record_health, (id_of(actor, client), told.answers), card_in, status=200)


@router.post("/{client}/consents", status_code=201)
def post_consent(client: str, told: ConsentGiven, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Give or withdraw a consent."""
    return post(actor, key, record_consent, (id_of(actor, client), told.kind, told.given), shown_tick)


def card_in(work: Work, client: Client) -> dict[str, Any]:
    """The client as this very act leaves it."""
    work.session.flush()
    return shown(card_by_id(Read(work.connection, work.actor, work.house, "all"), client.id))


def card_of(actor: Actor, client: str) -> ClientCard:
    """The card by id or code; anything else is as unknown as a wrong one."""
    known = uuid_of(client)
    return ask(actor, card_by_id, known) if known else ask(actor, client_card, client)


def id_of(actor: Actor, client: str) -> UUID:
    return uuid_of(client) or ask(actor, client_card, client).id


def uuid_of(client: str) -> UUID | None:
    """The id, or None for what may be a code."""
    if len(client) > 40:
        raise ClientIsUnknown
    try:
        return UUID(client)
    except ValueError:
        return None


def shown(card: ClientCard) -> dict[str, Any]:
    """A client as programs see it; health beyond the light has an address of its own."""
    fields = {name: value for name, value in asdict(card).items() if name not in HIDDEN}
    return {**fields, "has_photo": card.photo is not None}


def shown_row(row: ClientRow) -> dict[str, Any]:
    """A client in a collection."""
    return {name: getattr(row, name) for name in ROW_FIELDS}


ROW_FIELDS = tuple(name for name in ClientRow.__dataclass_fields__ if name not in HIDDEN)


def shown_sheet(sheet: HealthSheet) -> dict[str, Any]:
    return {
        "answers": [asdict(answer) for answer in sheet.answers],
        "consents": list(map(asdict, sheet.consents.values())),
    }


def shown_tick(work: Work, tick: ConsentTick) -> dict[str, Any]:
    return {name: getattr(tick, name) for name in ("kind", "given", "at", "language", "wording")}
