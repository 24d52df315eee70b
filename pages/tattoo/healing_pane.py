"""The skin's rest after the last session: since when, until when, and where today stands in it."""

from __future__ import annotations

from nicegui import ui

from components.app.marks import status_mark
from components.app.moments import now_here, show_date
from components.app.text import text
from studio.kernel.text import nt, t
from studio.tattoo.views import PieceCard


def draw(card: PieceCard) -> None:
    """A bar from the session to the first day for another, with a mark for today."""
    heals, today = card.healing, now_here().date()
    gap = nt("{n} day between sessions", "{n} days between sessions", heals.days)
    with ui.element("section").classes("panel stack"):
        with ui.element("div").classes("line apart"):
            text(t("Healing"), "", "h2")
            text(gap, "second")
        if heals.since is None or heals.until is None:
            text(t("Begins with the first session that is done."), "second", "p")
            return
        lasts, gone = heals.lasts(today), heals.day(today) or 0
        if lasts:
            words = t("Day {n} of {all}", n=gone, all=heals.days)
            status_mark("part", words)
        else:
            status_mark("ok", t("Healed since {day}", day=show_date(heals.until)))
        with ui.element("div").classes("piece-bar healing").props("aria-hidden=true"):
            ui.element("i").classes("done").style(f"flex: {min(gone, heals.days)}")
            ui.element("i").style(f"flex: {max(heals.days - gone, 0)}")
        with ui.element("div").classes("line apart small second"):
            text(show_date(heals.since))
            text(show_date(heals.until))
