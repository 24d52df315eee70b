"""The API of the waitlist."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from pages.schedule.api import as_it_stands
from pages.schedule.api_bodies import NewWish, Offer, Time
from studio.kernel.work import Work, ask, perform
from studio.schedule import actions, queries
from studio.schedule.models import WaitEntry

router = APIRouter(prefix="/waitlist", tags=["waitlist"])


@router.get("")
def get_waitlist(
    actor: ApiActor,
    state: Annotated[Literal["", "waiting", "offered", "taken", "removed"], Query()] = "",
    artist_id: Annotated[UUID | None, Query(description="Whose gap; then who it suits comes, the best first.")] = None,
    starts_at: AwareDatetime | None = None,
    minutes: Annotated[int, Query(ge=5, le=1440)] = 60,
    page: PageNumber = 1,
    size: PageSize = 50,
) -> Response:
    """Who waits, the longest first; or whom a gap suits."""
    if artist_id is not None and starts_at is not None:
        suited = ask(actor, queries.waiting_for, artist_id, starts_at, minutes)
        return collection(map(asdict, suited[(page - 1) * size : page * size]), len(suited), page, size)
    found = ask(actor, queries.list_waiting, state, page=page, size=size)
    return collection(map(asdict, found.items), found.total, found.page, found.size)


@router.post("", status_code=201)
def post_wish(made: NewWish, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put a client on the waitlist."""
    told = {name: value for name, value in made.details().items() if name != "client_id"}
    return post(actor, key, actions.add_to_waitlist, (made.client_id, told), _entry)


@router.post("/{entry_id}/offer")
def post_offer(entry_id: UUID, offer: Offer, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Offer a gap."""
    told = (entry_id, offer.artist_id, offer.starts_at, offer.minutes, offer.hours)
    return post(actor, key, actions.offer_gap, told, _entry, status=200)


@router.post("/{entry_id}/withdraw")
def post_withdraw(entry_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take the offer back: they wait on."""
    return post(actor, key, actions.withdraw_offer, (entry_id,), _entry, status=200)


class Taking(Time):
    """What they take, where it is not the gap they were offered."""

    artist_id: UUID | None = None
    station_id: UUID | None = None


@router.post("/{entry_id}/take", status_code=201)
def post_take(entry_id: UUID, actor: ApiActor, to: Taking | None = None, key: IdempotencyKey = "") -> Response:
    """Make a booking of what they wait for."""
    return post(actor, key, actions.take_gap, (entry_id, to.details() if to else None), as_it_stands)


@router.delete("/{entry_id}")
def delete_entry(entry_id: UUID, actor: ApiActor) -> Response:
    """They wait no longer."""
    return as_json(_columns(perform(actor, actions.remove_waiter, entry_id)))


def _entry(work: Work, row: WaitEntry) -> dict[str, Any]:
    work.session.flush()
    return _columns(row)


def _columns(row: WaitEntry) -> dict[str, Any]:
    return row.model_dump()
