"""What an artist has ahead and has done: what it adds up to by month, and every session, to be taken out as a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from nicegui import ui

from components.app.marks import status_mark
from components.app.moments import here, now_here, reading_locale, show_date, show_number, show_time
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.table import Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.catalog.showing import minutes_text, money_text
from pages.schedule.sessions_file import take_out
from pages.schedule.showing import STEPS
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import t
from studio.schedule.actions.taking_out import EXPORT
from studio.schedule.queries import Artist, Booking, Totals, list_bookings, totals_of
from studio.schedule.queries.months import Month, months_of
from studio.schedule.rules.steps import STATUSES
from studio.schedule.words import KINDS

NEXT = 6
YEAR = timedelta(days=365)


async def draw_ahead(one: Artist) -> None:
    """The next of them, for the first side of the page."""
    ahead = await look(list_bookings, artist_id=one.id, since=now_here(), size=NEXT)
    with ui.element("section").classes("stack"):
        with ui.element("div").classes("line"):
            text(t("Ahead"), "", "h2")
            text(show_number(ahead.total), "quiet")
            if ahead.total > NEXT:
                text(t("All in the calendar"), "link end", "a").props["href"] = f"/calendar?view=month&who={one.code}"
        _rows(ahead.items)


async def draw_sessions(one: Artist) -> None:
    """Figures first, then the months, then every session."""
    now = now_here()
    totals = await look(totals_of, one.id, now - YEAR, now)
    months = await look(months_of, one.id, now - YEAR, now)
    with ui.element("div").classes("body stack wide"):
        with ui.element("section").classes("stack"):
            text(t("The last twelve months"), "", "h2")
            _figures(totals)
            if months:
                _months(months)
        with ui.element("section").classes("stack"):
            text(t("Every session"), "", "h2")
            table = _table(one)
    await table.load()


def _figures(totals: Totals) -> None:
    told = [
        (t("Sessions"), show_number(totals.sessions)),
        (t("Planned"), minutes_text(totals.planned_minutes)),
        (t("By the timer"), minutes_text(totals.worked_minutes)),
        (t("Did not come"), show_number(totals.no_shows)),
        (t("Agreed"), _amounts(totals.agreed)),
    ]
    with ui.element("dl").classes("artist-figures"):
        for label, figure in told:
            with ui.element("div"):
                text(label, "", "dt")
                text(figure, "", "dd")


def _months(months: Sequence[Month]) -> None:
    from babel.dates import format_skeleton

    heads = [t("Month"), t("Sessions"), t("By the timer"), t("Did not come"), t("Quoted"), t("Earned")]
    with ui.element("div").classes("table-scroll"), ui.element("table").classes("t artist-months"):
        with ui.element("thead"), ui.element("tr"):
            for head in heads:
                text(head, "" if head == heads[0] else "num", "th").props("scope=col")
        with ui.element("tbody"):
            for one in months:
                name = format_skeleton("yMMMM", one.first, locale=reading_locale())
                cells = [show_number(one.sessions), minutes_text(one.worked_minutes), show_number(one.no_shows)]
                with ui.element("tr"):
                    text(name[:1].upper() + name[1:], "nowrap", "th").props("scope=row")
                    for cell in (*cells, _amounts(one.quoted), _amounts(one.earned)):
                        text(cell, "num", "td")


def _table(one: Artist) -> DataTable:
    async def load(wanted: Wanted) -> Page:
        sort = ("-" if wanted.descending else "") + (wanted.sort or "starts_at")
        asked: dict[str, Any] = {"status": wanted.filters.get("status", ""), "q": wanted.q, "sort": sort}
        found = await look(list_bookings, artist_id=one.id, page=wanted.page, size=wanted.size, **asked)
        return Page([_row(booking) for booking in found.items], found.total)

    taken = may(current_actor(), EXPORT, house().rights)
    scope = house().rights.scope(current_actor(), EXPORT)
    taken = taken and (scope == "all" or one.user_id == current_actor().id)
    return DataTable(
        _columns(),
        load,
        key="artist-sessions",
        label=t("Every session"),
        filters=[Filter("status", t("Show"), {"": t("All"), **{key: t(word) for key, word in STATUSES.items()}})],
        exports=["csv", "xlsx"] if taken else [],
        on_export=partial(take_out, one),
        empty=Empty(t("No sessions yet"), t("What is booked with {name} stands here.", name=one.name), "chair"),
        search=t("Client or code"),
        start=Wanted(sort="starts_at", descending=True, filters={"status": "done"}),
    )


def _columns() -> list[Column]:
    return [
        Column("client", t("Client"), "strong"),
        Column("starts_at", t("When"), "text", sortable=True),
        Column("status", t("State"), "mark"),
        Column("kind", t("Kind"), "quiet"),
        Column("length", t("Length"), "number"),
        Column("price", t("Price"), "number"),
        Column("code", t("Code"), "code", on_card=False),
    ]


def _row(one: Booking) -> dict[str, Any]:
    starts = here(one.starts_at)
    return {
        "id": str(one.id),
        "to": f"/bookings/{one.code}",
        "client": one.client or one.title or t(KINDS[one.kind]),
        "starts_at": f"{show_date(starts.date())} {show_time(starts)}",
        "status": mark_cell(STEPS[one.status], t(STATUSES[one.status])),
        "kind": t(KINDS[one.kind]),
        "length": minutes_text(int((one.ends_at - one.starts_at).total_seconds()) // 60),
        "price": money_text(one.price) if one.price else "",
        "code": one.code,
    }


def _amounts(sums: Sequence[Money]) -> str:
    return " · ".join(map(money_text, sums)) or "–"


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
