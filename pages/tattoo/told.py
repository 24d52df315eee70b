"""What was done with a piece, as it is told on its page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.app.moments import show_moment
from components.timeline import Moment
from pages.upkeep.audit_values import changed
from studio.kernel.history import Event

KEPT = ("chosen", "held_back", "state_at", "quoted_at")


def moment_of(event: Event) -> Moment:
    """The sentence, when, and what became different; what is new stands on the page already."""
    edits = [_plain(change) for change in event.changes if change["before"] and change["after"]]
    became = tuple(one for _, one in changed(replace(event, changes=edits)))
    return Moment("dot", event.sentence, show_moment(event.at), became)


def _plain(change: dict[str, Any]) -> dict[str, Any]:
    """Without what only keeps count of who said where it stands."""
    kept = {side: {name: one for name, one in change[side].items() if name not in KEPT} for side in ("before", "after")}
    return change | kept
