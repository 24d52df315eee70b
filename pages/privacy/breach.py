"""Who saw what of whom in a time, as a file: what has to be known when something got out."""

from __future__ import annotations

import asyncio
import csv
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.moments import here, now_here, reading_locale
from components.app.perform import attempt
from components.app.text import text
from components.form import DateField, Form
from pages.clients.csv_file import inert
from studio.kernel.house import house
from studio.kernel.text import t
from studio.privacy.actions import take_views_out
from studio.privacy.queries import ViewLine


async def ask_views() -> None:
    """Two days, both counted, then the file."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Who saw what"), "", "h2")
        text(t("Everybody who read something private in these days, and lists that left the house."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            first, last = values["first"], values["last"]
            found = await attempt(take_views_out, form, *between(first, last))
            if found is None:
                return None
            dialog.submit((first, last, found))
            return True

        with Form(save) as form:
            today, locale = now_here().date(), reading_locale()
            form.field("first", DateField(t("First day"), today - timedelta(days=30), locale=locale, required=True))
            form.field("last", DateField(t("Last day"), today, locale=locale, required=True))
            with form.acts(t("Make the report")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Who saw what")
    if made := await answer(dialog):
        first, last, found = made
        titles = [t("Who"), t("What"), t("Client"), t("Name"), t("Times"), t("First"), t("Last")]
        data = await asyncio.to_thread(written, titles, found)
        ui.download.content(data, f"{t('Who saw what')} {first:%Y-%m-%d} {last:%Y-%m-%d}.csv", "text/csv")


def between(first: date | None, last: date | None) -> tuple[datetime | None, datetime | None]:
    """From the beginning of one day to the end of the other, on the studio's wall."""
    zone = ZoneInfo(house().settings["studio.zone"])
    start = datetime.combine(first, time.min, zone).astimezone(UTC) if first else None
    end = datetime.combine(last + timedelta(days=1), time.min, zone).astimezone(UTC) if last else None
    return start, end


def written(titles: list[str], found: tuple[ViewLine, ...]) -> bytes:
    """The file's bytes, with the mark by which spreadsheets know its letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(titles)
    for one in found:
        moments = (f"{here(moment):%Y-%m-%d %H:%M}" for moment in (one.first, one.last))
        writer.writerow([inert(cell) for cell in (one.who, one.what, one.code, one.name, str(one.times), *moments)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
