"""The API of bookings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from pages.schedule.api_bodies import (
    BookingChange,
    Cancelling,
    Ending,
    Move,
    NewBooking,
    Series,
    Start,
    Step,
    WalkIn,
)
from studio.kernel.actor import Actor
from studio.kernel.work import Action, Read, Work, ask, perform
from studio.schedule import actions, queries
from studio.schedule.models import Booking as Stored
from studio.schedule.refusals import BookingIsUnknown
from studio.schedule.views import BookingCard

SERIES = ("times", "weeks", "leave_out", "starts")


def _moved_on(work: Work, booking_id: UUID, to: Mapping[str, Any], seen_version: int | None, by: str) -> Stored:
    """This booking of a series after it and all that follow were moved."""
    actions.move_series(work, booking_id, to, seen_version, by)
    return work.get(Stored, booking_id)


MOVE_SERIES = Action(actions.move_series.name, actions.move_series.needs, _moved_on)
router = APIRouter(prefix="/bookings", tags=["bookings"])

Moment = Annotated[AwareDatetime | None, Query(description="A moment with its offset; about the start.")]
Sort = Annotated[str, Query(max_length=20, description="starts_at, code, status, changed; -starts_at backwards.")]
Short = Annotated[str, Query(max_length=20)]
Minutes = Annotated[int, Query(ge=5, le=1440)]


@router.get("")
def get_bookings(
    actor: ApiActor, q: Annotated[str, Query(max_length=200, description="A code, or what finds the client.")] = "",
    page: PageNumber = 1, size: PageSize = 50, sort: Sort = "starts_at",
    since: Annotated[Moment, Query(alias="from")] = None, until: Annotated[Moment, Query(alias="to")] = None,
    artist_id: UUID | None = None, client_id: UUID | None = None, station_id: UUID | None = None,
    status: Short = "", kind: Short = "",
) -> Response:  # fmt: skip
    """Bookings, a page at a time."""
    found = ask(
        actor, queries.list_bookings, q=q, page=page, size=size, sort=sort, since=since, until=until,
        artist_id=artist_id, client_id=client_id, station_id=station_id, status=status, kind=kind,
    )  # fmt: skip
    return collection(map(asdict, found.items), found.total, found.page, found.size)


@router.post("", status_code=201)
def post_booking(made: NewBooking, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take somebody's time; 409 with what is in the way."""
    return post(actor, key, actions.create_booking, (made.details(),), as_it_stands)


@router.post("/series", status_code=201)
def post_series(made: Series, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The same again and again, all or none."""
    told = {name: value for name, value in made.details().items() if name not in SERIES}
    starts = [one.details() for one in made.starts]
    verb = Action(
        actions.book_series.name,
        actions.book_series.needs,
        lambda work: actions.book_series(work, told, made.times, made.weeks, leave_out=made.leave_out, starts=starts),
    )
    return post(actor, key, verb, (), _all_as_they_stand, asked_for=made.model_dump(mode="json"))


@router.post("/walk-in", status_code=201)
def post_walk_in(made: WalkIn, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Book whoever walked in with the artist whose turn it is."""
    return post(actor, key, actions.book_walk_in, (made.details(),), as_it_stands)


@router.get("/free")
def get_free(
    actor: ApiActor, day: date | None = None, minutes: Minutes = 60, artist_id: UUID | None = None,
    days: Annotated[int, Query(ge=1, le=31)] = 1, step: Annotated[int, Query(ge=5, le=240)] = 15,
) -> Response:  # fmt: skip
    """Starts at which there is room, in order; from today where no day is named."""
    whose = [artist_id] if artist_id else None
    found = ask(actor, queries.free_slots, day, minutes, days=days, artists=whose, step=step)
    return collection(map(asdict, found), len(found), 1, max(1, len(found)))


@router.get("/{booking}")
def get_booking(booking: str, actor: ApiActor) -> Response:
    """One booking, by id or code."""
    return as_json(shown(one_of(actor, booking)))


@router.patch("/{booking}")
def patch_booking(booking: str, change: BookingChange, actor: ApiActor) -> Response:
    """Change what is named."""
    known = one_of(actor, booking).booking.id
    perform(actor, actions.edit_booking, known, change.details(), change.version)
    return as_json(shown(ask(actor, queries.booking, known)))


@router.delete("/{booking}")
def delete_booking(booking: str, actor: ApiActor) -> Response:
    """Cancel it for the studio: nothing that was booked ever vanishes."""
    known = one_of(actor, booking).booking.id
    perform(actor, actions.cancel_booking, known, by="studio")
    return as_json(shown(ask(actor, queries.booking, known)))


@router.post("/{booking}/move")
def post_move(booking: str, to: Move, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Another time, length, artist or station; 409 with what is in the way."""
    told = {name: value for name, value in to.details().items() if name not in ("by", "following")}
    verb = MOVE_SERIES if to.following else actions.move_booking
    return _act(actor, key, verb, booking, told, to.version, to.by)


@router.post("/{booking}/confirm")
def post_confirm(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """The client said that they come."""
    return _act(actor, key, actions.confirm_booking, booking, _version(step))


@router.post("/{booking}/check-in")
def post_check_in(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """The client is here."""
    return _act(actor, key, actions.check_in_booking, booking, _version(step))


@router.post("/{booking}/start")
def post_start(booking: str, actor: ApiActor, step: Start | None = None, key: IdempotencyKey = "") -> Response:
    """Begin, or go on after a pause."""
    return _act(actor, key, actions.start_session, booking, step.override if step else "", _version(step))


@router.post("/{booking}/pause")
def post_pause(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """Let the timer rest."""
    return _act(actor, key, actions.pause_session, booking, _version(step))


@router.post("/{booking}/stop")
def post_stop(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """Stop the timer for good: the same as finish."""
    return _act(actor, key, actions.finish_session, booking, _version(step))


@router.post("/{booking}/finish")
def post_finish(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """It is done."""
    return _act(actor, key, actions.finish_session, booking, _version(step))


@router.post("/{booking}/cancel")
def post_cancel(booking: str, actor: ApiActor, step: Cancelling | None = None, key: IdempotencyKey = "") -> Response:
    """Call it off; the policy says what becomes of the deposit."""
    step = step or Cancelling()
    return _act(actor, key, actions.cancel_booking, booking, step.by, step.reason, step.version)


@router.post("/{booking}/no-show")
def post_no_show(booking: str, actor: ApiActor, step: Ending | None = None, key: IdempotencyKey = "") -> Response:
    """They never came."""
    step = step or Ending()
    return _act(actor, key, actions.note_no_show, booking, step.reason, step.version)


@router.post("/{booking}/reopen")
def post_reopen(booking: str, actor: ApiActor, step: Step | None = None, key: IdempotencyKey = "") -> Response:
    """Put it back a step."""
    return _act(actor, key, actions.reopen_booking, booking, _version(step))


def one_of(actor: Actor, known: str) -> BookingCard:
    """By id or code; anything else is as unknown as a wrong one."""
    if len(known) > 40:
        raise BookingIsUnknown
    try:
        return ask(actor, queries.booking, UUID(known))
    except ValueError:
        return ask(actor, queries.booking_by_code, known)


def shown(card: BookingCard) -> dict[str, Any]:
    """A booking as programs see it."""
    told = asdict(card)
    names = {"artist": told.pop("artist"), "station": told.pop("station")}
    return {**told.pop("booking"), **names, **told}


def as_it_stands(work: Work, row: Stored) -> dict[str, Any]:
    """The booking as this very act leaves it."""
    work.session.flush()
    return shown(queries.booking(Read(work.connection, work.actor, work.house, "all"), row.id))


def _all_as_they_stand(work: Work, rows: list[Stored]) -> dict[str, Any]:
    return {"items": [as_it_stands(work, row) for row in rows]}


def _act(actor: Actor, key: str, verb: Action[..., Stored], booking: str, *args: Any) -> Response:
    known = one_of(actor, booking).booking.id
    return post(actor, key, verb, (known, *args), as_it_stands, status=200)


def _version(step: Step | None) -> int | None:
    return step.version if step else None
