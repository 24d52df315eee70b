"""The API of how it heals."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Response
from pydantic import Field

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import collection
from pages.schedule.api import one_of
from pages.schedule.api_bodies import Told
from studio.kernel.work import Work, ask
from studio.schedule.actions import note_healing
from studio.schedule.models import HealingCheck
from studio.schedule.queries import healing_of

router = APIRouter(prefix="/bookings", tags=["bookings"])


class Said(Told):
    """What a client said of how it heals."""

    answer: Literal["fine", "concern", "touch_up"]
    note: Annotated[str, Field(max_length=4000)] = ""


@router.get("/{booking}/healing")
def get_healing(booking: str, actor: ApiActor) -> Response:
    """What was said after a session, the latest first."""
    found = ask(actor, healing_of, one_of(actor, booking).booking.id)
    return collection(map(asdict, found), len(found), 1, max(1, len(found)))


@router.post("/{booking}/healing", status_code=201)
def post_healing(booking: str, said: Said, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Note what the client said for the day that is due; 409 where nothing was done."""
    known = one_of(actor, booking).booking.id
    return post(actor, key, note_healing, (known, said.answer, said.note), _as_it_stands)


def _as_it_stands(work: Work, check: HealingCheck) -> dict[str, Any]:
    return {"day": check.day, "answer": check.answer, "note": check.note}
