"""The steps of a booking as a line: those taken with their time, the one it stands at, those to come."""

from __future__ import annotations

from datetime import datetime

from nicegui import ui

from components.app.moments import show_moment, show_time
from components.app.text import text
from studio.kernel.text import t
from studio.schedule.rules.steps import FREE, STATUSES
from studio.schedule.views import BookingCard

WAY = ("planned", "confirmed", "checked_in", "in_progress", "done")


def draw_steps(card: BookingCard) -> None:
    """One that was called off shows how far it came."""
    one = card.booking
    moments: dict[str, datetime | None] = {
        "planned": card.created_at,
        "checked_in": one.checked_in_at,
        "in_progress": one.started_at,
        "done": one.finished_at,
    }
    ended = one.status in FREE
    way = ("planned", one.status) if ended else WAY
    moments |= {one.status: card.ended_at} if ended else {}
    at = way.index(one.status)
    with ui.element("ol").classes("booking-steps"):
        for nth, status in enumerate(way):
            with ui.element("li").classes("done" if nth < at else "now" if nth == at else "") as step:
                text(t(STATUSES[status]), "strong" if nth == at else "", "div")
                moment = moments.get(status)
                if moment and nth <= at:
                    text(_when(moment, status), "second small", "div")
            if nth == at:
                step.props["aria-current"] = "step"


def _when(moment: datetime, status: str) -> str:
    return show_moment(moment) if status == "planned" else show_time(moment)
