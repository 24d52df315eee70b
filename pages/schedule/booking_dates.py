"""The dates of a series before it is booked: each can be left out or put elsewhere until nothing is in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import refuse
from components.app.marks import status_mark
from components.app.moments import reading_locale, show_date, show_time
from components.app.perform import attempt, look
from components.app.text import text
from components.form import DateField, check_field, text_field
from pages.schedule.trying import Caught
from studio.kernel.text import nt, t
from studio.schedule.actions import book_series
from studio.schedule.queries import Occasion, occasions
from studio.schedule.refusals import SeriesDoesNotFit

MOST = 52


def dates_of(start: str, weeks: int, times: int | None, until: date | None) -> list[str]:
    """The same time on the wall every so many weeks, so often or until that day."""
    first = datetime.fromisoformat(start)
    found = [first + timedelta(weeks=weeks * nth) for nth in range(min(times or MOST, MOST))]
    return [f"{one:%Y-%m-%dT%H:%M}" for one in found if until is None or one.date() <= until]


class Row:
    """One date: whether it is booked, when, and what is in the way."""

    place: ui.element

    def __init__(self, start: str, changed: Any) -> None:
        self.exact: datetime | None = None
        self.seen = Occasion()
        day = date.fromisoformat(start[:10])
        with ui.element("li"):
            self.tick = check_field(show_date(day, "full"), True, on_change=partial(changed, self))
            with ui.element("div").classes("line series-when"):
                self.day = DateField(t("Day"), day, locale=reading_locale())
                self.time = text_field(t("Begins"), start[11:16], kind="time")
                self.place = ui.element("div").props("aria-live=polite")
        self.day.on("blur", partial(changed, self, moved=True), args=[])
        self.time.on("blur", partial(changed, self, moved=True), args=[])

    @property
    def when(self) -> Mapping[str, Any]:
        if self.exact is not None:
            return {"starts_at": self.exact}
        return {"starts_local": f"{self.day.day}T{(self.time.value or '')[:5]}" if self.day.day else ""}

    @property
    def fits(self) -> bool:
        return not self.seen.trouble


class DatesDialog:
    """`ask` gives what was booked, None when it was given up."""

    dialog: ui.dialog
    save: ui.button

    def __init__(self, details: Mapping[str, Any], minutes: int, starts: Sequence[str]) -> None:
        self.details = {name: value for name, value in details.items() if name not in ("starts_local", "minutes")}
        self.minutes, self.starts = minutes, starts
        self.rows: list[Row] = []

    async def ask(self) -> Any:
        """Draw them, look at them, leave out at first what does not fit."""
        title = t("Dates of the series")
        with ui.dialog() as self.dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
            text(title, "", "h2")
            words = t("Leave out what does not fit, or give it another day or time.")
            text(words, "second prose", "p")
            with ui.element("ul").classes("series-dates"):
                self.rows = [Row(start, self._changed) for start in self.starts]
            with ui.element("div").classes("form-acts"):
                self.save = button(t("Book"), self._book, kind="primary")
                button(t("Back"), lambda: self.dialog.submit(None))
        self.dialog.props["aria-label"] = title
        await self._look()
        for row in self.rows:
            row.tick.value = row.fits
        self._count()
        return await answer(self.dialog)

    @property
    def chosen(self) -> list[Row]:
        return [row for row in self.rows if row.tick.value]

    async def _changed(self, row: Row, *_: Any, moved: bool = False) -> None:
        if moved and row.exact is None:
            before = row.fits
            await self._look()
            if row.fits and not before:
                row.tick.value = True
        self._count()

    async def _look(self) -> None:
        """Ask again what is free, and say so beside each."""
        seen = await look(occasions, self.details, self.minutes, [row.when for row in self.rows])
        for row, found in zip(self.rows, seen, strict=True):
            row.seen = found
            row.place.clear()
            with row.place:
                status_mark("ok" if row.fits else "stop", row.seen.trouble or t("Free")).classes("long")
                for moment in found.choices:
                    button(show_time(moment), partial(self._mean, row, moment), kind="bare")

    async def _mean(self, row: Row, moment: datetime) -> None:
        """Which of the two moments is meant."""
        row.exact = moment
        await self._look()
        row.tick.value = row.fits
        self._count()

    def _count(self) -> None:
        n = len(self.chosen)
        self.save.set_text(nt("Book {n} date", "Book {n} dates", n))
        self.save.set_enabled(n > 0 and all(row.fits for row in self.chosen))

    async def _book(self) -> None:
        caught, starts = Caught(), [row.when for row in self.chosen]
        told = {**self.details, "minutes": self.minutes}
        done: Any = await attempt(book_series, caught, told, starts=starts) if starts else None
        if done is not None:
            self.dialog.submit(done)
        elif caught.refusal is not None:
            if isinstance(caught.refusal, SeriesDoesNotFit):
                await self._look()
            refuse(caught.refusal)
