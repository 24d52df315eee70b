"""What can be said of a booking besides when it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.catalog.rules.cleaning import amount, number
from studio.kernel.refusal import Invalid
from studio.schedule import refusals, words
from studio.schedule.rules import cleaning as by
from studio.schedule.rules.steps import AHEAD
from studio.schedule.rules.when import FIELDS as WHEN
from studio.schedule.rules.when import LONGEST, SHORTEST

TITLE, NOTE, REASON = 200, 4000, 500
MOST_SERVICES, LONGEST_BUFFER = 12, 240
USUAL_MINUTES: Mapping[str, int] = {"consult": 30, "touch_up": 45, "piercing": 30}
"""How long kinds take where no service says it; all others an hour."""
WITHOUT_CLIENT = frozenset({"block", "walk_in"})


def fields(currency: str) -> Mapping[str, by.Clean]:
    """Everything but time and override."""
    return {
        "kind": by.choice(words.KINDS),
        "client_id": by.some_id,
        "artist_id": by.some_id,
        "station_id": by.some_id,
        "title": by.text(TITLE),
        "note": by.text(NOTE, lines=True),
        "buffer_before": lambda value: number(value, 0, LONGEST_BUFFER),
        "buffer_after": lambda value: number(value, 0, LONGEST_BUFFER),
        "services": lambda value: services(value, currency),
        "price": lambda value: amount(value, currency),
        "subject_kind": by.text(40),
        "subject_id": by.some_id,
    }


def clean_booking(raw: Mapping[str, Any], currency: str, *, new: bool) -> dict[str, Any]:
    """The given fields, cleaned; a new one has a kind, holds somebody's time and may be confirmed."""
    told = {name: value for name, value in raw.items() if name not in (*WHEN, "override")}
    if not new:
        return by.cleaned(told, fields(currency))
    kept = by.cleaned({"kind": "session", **told}, {**fields(currency), "status": by.choice(AHEAD)})
    if kept.get("artist_id") is None and kept.get("station_id") is None:
        raise Invalid({"artist_id": refusals.ArtistOrStation()})
    if kept.get("client_id") is None and kept["kind"] not in WITHOUT_CLIENT:
        raise Invalid({"client_id": refusals.ClientIsNeeded()})
    return kept


def services(value: Any, currency: str) -> list[dict[str, Any]]:
    """What is done, each with its id, and minutes and price where they are agreed."""
    if not isinstance(value, list | tuple):
        raise refusals.ChoiceIsUnknown
    if len(value) > MOST_SERVICES:
        raise refusals.TooManyServices(most=MOST_SERVICES)
    return [_service(one, currency) for one in value]


def _service(one: Any, currency: str) -> dict[str, Any]:
    one = {"service_id": one} if isinstance(one, UUID) else one
    if not isinstance(one, dict) or not isinstance(one.get("service_id"), UUID):
        raise refusals.ChoiceIsUnknown
    return {
        "service_id": one["service_id"],
        "minutes": number(one.get("minutes"), SHORTEST, LONGEST),
        "price": amount(one.get("price"), currency),
    }


def reason(value: Any) -> str:
    """Why somebody decides against a rule."""
    kept: str = by.text(REASON)(value)
    if len(kept) < 3:
        raise refusals.ReasonIsNeeded("override")
    return kept
