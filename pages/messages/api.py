"""The API of alerts: what the token's owner should know of, read or put off."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Body, Response

from pages.api import ApiActor
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.kernel.work import ask, perform
from studio.messages.actions import read_alert, snooze_alert, unsnooze_alert
from studio.messages.queries import alert_of_mine, my_alerts

router = APIRouter(tags=["alerts"])
State = Literal["open", "snoozed", "settled"]
Until = Literal["hour", "tomorrow", "week"]


@router.get("/alerts")
def get_alerts(actor: ApiActor, state: State = "open", page: PageNumber = 1, size: PageSize = 50) -> Response:
    """Mine, the most urgent first."""
    found, total = ask(actor, my_alerts, state=state, page=page, size=size)
    return collection(found, total, page, size)


@router.get("/alerts/{alert_id}")
def get_alert(actor: ApiActor, alert_id: UUID) -> Response:
    """One of mine."""
    return as_json(ask(actor, alert_of_mine, alert_id))


@router.post("/alerts/{alert_id}/read")
def post_read(actor: ApiActor, alert_id: UUID) -> Response:
    """I know of it."""
    perform(actor, read_alert, alert_id)
    return get_alert(actor, alert_id)


@router.post("/alerts/{alert_id}/snooze")
def post_snooze(actor: ApiActor, alert_id: UUID, until: Annotated[Until, Body(embed=True)]) -> Response:
    """Not now."""
    perform(actor, snooze_alert, alert_id, until)
    return get_alert(actor, alert_id)


@router.post("/alerts/{alert_id}/unsnooze")
def post_unsnooze(actor: ApiActor, alert_id: UUID) -> Response:
    """Taken up again."""
    perform(actor, unsnooze_alert, alert_id)
    return get_alert(actor, alert_id)
