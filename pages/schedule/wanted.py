"""What somebody wants to see of the calendar: kept in the address, so that a reload or a colleague sees the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal, cast, get_args

from nicegui import ui

from components.app.moments import now_here, reading_locale
from components.calendar.calendar import View
from studio.schedule.rules.localtime import day_span
from studio.schedule.rules.steps import OPEN, STATUSES

By = Literal["artists", "stations"]
HELD = (*OPEN, "done")
"""What is shown unless somebody asks for more: everything that takes or took time."""
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Wanted:
    """View, day, columns and filters."""

    day: date
    view: View = "day"
    by: By = "artists"
    who: tuple[str, ...] = ()
    """Codes of the artists or stations wanted; all where empty."""
    status: str = ""

    @property
    def first(self) -> date:
        """The first day in sight."""
        if self.view == "day":
            return self.day
        start = self.day if self.view == "week" else self.day.replace(day=1)
        return start - timedelta(days=(start.weekday() - first_weekday()) % 7)

    @property
    def makes_sense(self) -> bool:
        """Whether it is one of those offered: a browser may say anything."""
        statuses = ("", "all", *STATUSES)
        return self.view in get_args(View) and self.by in ("artists", "stations") and self.status in statuses

    @property
    def days(self) -> int:
        return {"day": 1, "week": 7, "month": 42}[self.view]

    @property
    def statuses(self) -> tuple[str, ...]:
        return () if self.status == "all" else (self.status,) if self.status else HELD

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """From when until when, as moments."""
        return day_span(self.first, zone, self.days)

    def turned(self, pages: int) -> Wanted:
        """So many days, weeks or months on."""
        if self.view != "month":
            return self.on(self.day + timedelta(days=pages * self.days))
        months = self.day.year * 12 + self.day.month - 1 + pages
        return self.on(date(months // 12, months % 12 + 1, 1))

    def on(self, day: date) -> Wanted:
        return replace(self, day=min(max(day, FIRST), LAST))

    def keep(self) -> None:
        """Let the address say so."""
        asked = {
            "day": self.day.isoformat(),
            "view": "" if self.view == "day" else self.view,
            "by": "" if self.by == "artists" else self.by,
            "who": ",".join(self.who),
            "status": self.status,
        }
        steps = ";".join(
            f"to.searchParams.set('{name}', {json.dumps(value)})" if value else f"to.searchParams.delete('{name}')"
            for name, value in asked.items()
        )
        ui.run_javascript(f"const to = new URL(location.href); {steps}; history.replaceState(history.state, '', to)")


def read_wanted(asked: Mapping[str, str]) -> Wanted:
    """What the address says; whatever makes no sense counts as not said."""
    view, by, status = asked.get("view", ""), asked.get("by", ""), asked.get("status", "")
    return Wanted(
        day=_day(asked.get("day", "")),
        view=cast("View", view) if view in get_args(View) else "day",
        by="stations" if by == "stations" else "artists",
        who=tuple(filter(None, asked.get("who", "")[:400].split(","))),
        status=status if status in STATUSES or status == "all" else "",
    ).on(_day(asked.get("day", "")))


def first_weekday() -> int:
    """The day weeks begin with here, Monday as 0."""
    from babel import Locale

    return int(Locale.parse(reading_locale()).first_week_day)


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return now_here().date()
