"""The states of a piece: which may follow which, and what its bookings say by themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

WAY = ("enquiry", "consult", "quoted", "deposit", "scheduled", "in_progress", "healing", "touch_up")
OVER = ("closed", "cancelled", "dropped")
STATES = (*WAY, *OVER)
CALLED_OFF = ("cancelled", "dropped")
"""These need a reason."""
NEXT: Mapping[str, tuple[str, ...]] = {
    "enquiry": ("consult", "quoted", *CALLED_OFF),
    "consult": ("enquiry", "quoted", *CALLED_OFF),
    "quoted": ("consult", "deposit", "scheduled", *CALLED_OFF),
    "deposit": ("quoted", "scheduled", *CALLED_OFF),
    "scheduled": ("quoted", "deposit", "in_progress", *CALLED_OFF),
    "in_progress": ("scheduled", "healing", "closed", *CALLED_OFF),
    "healing": ("in_progress", "touch_up", "closed", "dropped"),
    "touch_up": ("healing", "closed"),
    "closed": ("touch_up", "healing"),
    "cancelled": (),
    "dropped": (),
}
"""Where somebody may put it; what was called off is opened again instead."""
SESSIONS = frozenset({"session", "walk_in"})
AHEAD = frozenset({"planned", "confirmed", "checked_in"})


def may_follow(state: str, wanted: str) -> bool:
    """Whether somebody may put a piece there."""
    return wanted in NEXT[state]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Of a booking about a piece: its kind and where it stands."""

    kind: str
    status: str


def told_by(sittings: Sequence[Sitting], planned: int) -> str:
    """Where its bookings alone say a piece stands; empty where they say nothing."""
    done = _count(sittings, SESSIONS, {"done"})
    if _count(sittings, SESSIONS, {"in_progress"}):
        return "in_progress"
    if _count(sittings, {"touch_up"}, AHEAD | {"in_progress", "done"}):
        return "touch_up"
    if done:
        ahead = _count(sittings, SESSIONS, AHEAD)
        return "healing" if done >= planned and not ahead else "in_progress"
    if _count(sittings, SESSIONS, AHEAD):
        return "scheduled"
    return "consult" if _count(sittings, {"consult"}, AHEAD | {"in_progress", "done"}) else ""


def standing(chosen: str, held_back: str, told: str) -> tuple[str, str]:
    """Where it stands, and what is still held back: the further of what was chosen and what the bookings say.

    What they said when somebody chose otherwise counts for nothing until they say something else; a piece that is
    over stays over.
    """
    held_back = held_back if told == held_back else ""
    if chosen in OVER or not told or held_back:
        return chosen, held_back
    return (told if WAY.index(told) > WAY.index(chosen) else chosen), ""


def _count(sittings: Sequence[Sitting], kinds: Collection[str], statuses: Collection[str]) -> int:
    return sum(one.kind in kinds and one.status in statuses for one in sittings)
