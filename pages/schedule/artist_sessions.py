"""What an artist has ahead and has done, with what it adds up to over a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from nicegui import ui

from components.app.marks import status_mark
from components.app.moments import here, now_here, show_date, show_number, show_time
from components.app.perform import look
from components.app.text import text
from pages.catalog.showing import minutes_text, money_text
from pages.schedule.showing import STEPS
from studio.kernel.text import t
from studio.schedule.queries import Artist, Booking, Totals, history_of, list_bookings, totals_of
from studio.schedule.rules.steps import STATUSES
from studio.schedule.words import KINDS

NEXT, LAST = 6, 10
YEAR = timedelta(days=365)


async def draw_sessions(one: Artist) -> None:
    """Figures first, then the next and the last of them."""
    now = now_here()
    totals = await look(totals_of, one.id, now - YEAR, now)
    ahead = await look(list_bookings, artist_id=one.id, since=now, size=NEXT)
    done = await look(history_of, one.id, size=LAST)
    with ui.element("section").classes("stack"):
        text(t("The last twelve months"), "", "h2")
        _figures(totals)
    for title, page in ((t("Ahead"), ahead), (t("Done"), done)):
        with ui.element("section").classes("stack"):
            with ui.element("div").classes("line"):
                text(title, "", "h2")
                text(show_number(page.total), "quiet")
            _rows(page.items)


def _figures(totals: Totals) -> None:
    told = [
        (t("Sessions"), show_number(totals.sessions)),
        (t("Planned"), minutes_text(totals.planned_minutes)),
        (t("By the timer"), minutes_text(totals.worked_minutes)),
        (t("Did not come"), show_number(totals.no_shows)),
        (t("Agreed"), " · ".join(map(money_text, totals.agreed)) or "–"),
    ]
    with ui.element("dl").classes("artist-figures"):
        for label, figure in told:
            with ui.element("div"):
                text(label, "", "dt")
                text(figure, "", "dd")


def _rows(items: Sequence[Booking]) -> None:
    if not items:
        text(t("Nothing yet."), "second", "p")
        return
    with ui.element("ul").classes("ruled artist-rows"):
        for one in items:
            starts = here(one.starts_at)
            with ui.element("li").classes("line loose"):
                text(f"{show_date(starts.date())} {show_time(starts)}", "nowrap")
                words = one.client or one.title or t(KINDS[one.kind])
                text(words, "link grow cut", "a").props["href"] = f"/bookings/{one.code}"
                status_mark(STEPS[one.status], t(STATUSES[one.status]))
