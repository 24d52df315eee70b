"""The steps a booking takes, and what may follow what."""

from __future__ import annotations

from collections.abc import Mapping

from studio.kernel.text import N_

STATUSES: Mapping[str, str] = {
    "planned": N_("Planned"),
    "confirmed": N_("Confirmed"),
    "checked_in": N_("Checked in"),
    "in_progress": N_("In progress"),
    "done": N_("Done"),
    "cancelled": N_("Cancelled"),
    "no_show": N_("Did not come"),
}
FREE = ("cancelled", "no_show")
"""Those that hold nobody's time."""
AHEAD = ("planned", "confirmed")
OPEN = (*AHEAD, "checked_in", "in_progress")
FROM: Mapping[str, tuple[str, ...]] = {
    "confirmed": ("planned",),
    "checked_in": AHEAD,
    "in_progress": (*AHEAD, "checked_in"),
    "done": ("checked_in", "in_progress"),
    "cancelled": (*AHEAD, "checked_in"),
    "no_show": AHEAD,
}
"""Status → those it can be reached from."""
BACK: Mapping[str, str] = {
    "confirmed": "planned",
    "checked_in": "planned",
    "in_progress": "checked_in",
    "done": "in_progress",
    "cancelled": "planned",
    "no_show": "planned",
}
"""Where a booking goes when a step is taken back; where it would be planned and had been confirmed, it still is."""


def back_from(status: str, *, confirmed: bool) -> str:
    """The status before this one."""
    before = BACK[status]
    return "confirmed" if before == "planned" and confirmed else before


def can_become(status: str, wanted: str) -> bool:
    return status in FROM[wanted]
