"""The API of the catalogue."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.catalog.api_bodies import NewService, Order, ServiceChange
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.catalog.actions import (
    add_service,
    archive_service,
    edit_service,
    fill_defaults,
    order_services,
    restore_service,
)
from studio.catalog.models import ServiceEntry
from studio.catalog.queries import Service, list_services, offered_by, service, service_by_code
from studio.catalog.refusals import ServiceIsUnknown
from studio.kernel.actor import Actor
from studio.kernel.work import Read, Work, ask, perform

router = APIRouter(prefix="/services", tags=["services"])

Words = Annotated[str, Query(max_length=200, description="Any fragment of name or code.")]
Sort = Annotated[
    str, Query(max_length=20, description="position, name, code, minutes, price, changed; -name backwards.")
]


@router.get("")
def get_services(
    actor: ApiActor, q: Words = "", page: PageNumber = 1, size: PageSize = 50, sort: Sort = "position",
    kind: Annotated[str, Query(max_length=80)] = "",
    state: Annotated[Literal["", "active", "paused", "archived"], Query(description="Empty: all but archived.")] = "",
) -> Response:  # fmt: skip
    """The catalogue, a page at a time."""
    found = ask(actor, list_services, q=q, page=page, size=size, sort=sort, kind=kind, state=state)
    return collection(map(shown, found.items), found.total, found.page, found.size)


@router.get("/offered-by/{artist_id}")
def get_offered_by(artist_id: UUID, actor: ApiActor) -> Response:
    """What one person offers now, in the studio's order."""
    found = ask(actor, offered_by, artist_id)
    return collection(map(shown, found), len(found), 1, max(1, len(found)))


@router.post("", status_code=201)
def post_service(made: NewService, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put a service into the catalogue."""
    return post(actor, key, add_service, (made.details(),), as_it_stands)


@router.post("/order")
def post_order(order: Order, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Let services stand in another order; gives how they stood before."""
    return post(actor, key, order_services, (order.ids,), lambda _, before: {"before": before}, status=200)


@router.post("/usual")
def post_usual(actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put in the usual services that were never put in before; gives the new ones."""
    return post(actor, key, fill_defaults, (), lambda _, made: {"ids": made}, status=200)


@router.get("/{service}")
def get_service(service: str, actor: ApiActor) -> Response:
    """One service, by id or code."""
    return as_json(shown(one_of(actor, service)))


@router.patch("/{service}")
def patch_service(service: str, change: ServiceChange, actor: ApiActor) -> Response:
    """Change what is named."""
    return as_json(
        again(actor, perform(actor, edit_service, one_of(actor, service).id, change.details(), change.version))
    )


@router.delete("/{service}")
def delete_service(service: str, actor: ApiActor) -> Response:
    """Archive: the service leaves the catalogue, what was booked as it stays."""
    return as_json(again(actor, perform(actor, archive_service, one_of(actor, service).id)))


@router.post("/{service}/restore")
def restore(service: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring an archived service back."""
    return post(actor, key, restore_service, (one_of(actor, service).id,), as_it_stands, status=200)


def as_it_stands(work: Work, entry: ServiceEntry) -> dict[str, Any]:
    """The service as this very act leaves it."""
    work.session.flush()
    return shown(service(Read(work.connection, work.actor, work.house, "all"), entry.id))


def again(actor: Actor, entry: ServiceEntry) -> dict[str, Any]:
    return shown(ask(actor, service, entry.id))


def one_of(actor: Actor, known: str) -> Service:
    """By id or code; anything else is as unknown as a wrong one."""
    if len(known) > 40:
        raise ServiceIsUnknown
    try:
        return ask(actor, service, UUID(known))
    except ValueError:
        return ask(actor, service_by_code, known)


def shown(one: Service) -> dict[str, Any]:
    """A service as programs see it."""
    return {name: value for name, value in asdict(one).items() if name not in ("preset", "currency")}
