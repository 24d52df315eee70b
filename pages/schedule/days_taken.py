"""Before days are closed: the bookings that stand on them, each a link, and whether to go on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.moments import here, show_date, show_time
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.schedule.queries.on_days import OnDays, bookings_on
from studio.schedule.words import KINDS

SEE = "schedule.booking.see"


async def sure(values: Mapping[str, Any], artist_id: UUID | None = None) -> bool:
    """Whether to close these days: without bookings there is nothing to ask, and bookings stay either way."""
    first, last = values.get("from_on"), values.get("until_on") or values.get("from_on")
    if first is None or last is None or last < first or not may(current_actor(), SEE, house().rights):
        return True
    found = await look(bookings_on, first, last, artist_id)
    return not found.total or await _ask(found)


async def _ask(found: OnDays) -> bool:
    title = nt("{n} booking stands on these days", "{n} bookings stand on these days", found.total)
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(t("They stay. Move or cancel them, or close the days and do it afterwards."), "second prose", "p")
        with ui.element("ul").classes("ruled artist-rows"):
            for one in found.items:
                starts = here(one.starts_at)
                with ui.element("li").classes("line loose"):
                    text(f"{show_date(starts.date())} {show_time(starts)}", "nowrap")
                    link = text(one.client or one.title or t(KINDS[one.kind]), "link grow cut", "a")
                    link.props.update({"href": f"/bookings/{one.code}", "target": "_blank"})
                    text(one.code, "quiet")
        left = found.total - len(found.items)
        if left > 0:
            text(nt("and {n} more", "and {n} more", left), "small second", "p")
        with ui.element("div").classes("acts"):
            button(t("Back"), lambda: dialog.submit(False))
            button(t("Close the days all the same"), lambda: dialog.submit(True), kind="primary")
    dialog.props["aria-label"] = title
    return bool(await answer(dialog))
