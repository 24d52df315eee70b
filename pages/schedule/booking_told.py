"""What was done with a booking, as it is told on its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from components.app.moments import show_moment
from components.timeline import Moment
from pages.upkeep.audit_values import changed
from studio.kernel.history import Event

SAID = (
    *("status", "moves", "confirmed_at", "checked_in_at", "started_at", "finished_at", "ended_at", "ended_by"),
    *("held_from", "held_until", "starts_local", "ends_local"),
)
"""What the sentence and its time say already, or another field."""


def moment_of(event: Event, booking_id: UUID) -> Moment:
    """The sentence, when, and what became different; what is new stands on the page already."""
    edits = [_plain(one) for one in event.changes if one["before"] and one["after"] and _is_of(one, booking_id)]
    became = tuple(one for _, one in changed(replace(event, changes=edits)))
    return Moment("dot", event.sentence, show_moment(event.at), became)


def _is_of(change: Mapping[str, Any], booking_id: UUID) -> bool:
    return change["table"] == "booking" and str(change["id"]) == str(booking_id)


def _plain(change: dict[str, Any]) -> dict[str, Any]:
    kept = {side: {name: one for name, one in change[side].items() if name not in SAID} for side in ("before", "after")}
    return change | kept
