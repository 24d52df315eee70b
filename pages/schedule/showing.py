"""Bookings and people of the schedule in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from components.app.marks import Kind
from components.app.moments import reading_locale, show_date, show_time
from pages.catalog.showing import minutes_text
from pages.schedule.wanted import Wanted
from studio.extension.lights import Light
from studio.kernel.text import t

STEPS: dict[str, Kind] = {
    "planned": "wait",
    "confirmed": "info",
    "checked_in": "part",
    "in_progress": "flag",
    "done": "ok",
    "cancelled": "none",
    "no_show": "stop",
}
"""The mark beside each status."""
SIGNED: dict[str, str] = {
    "none_needed": "",
    "not_sent": "wait",
    "sent": "warn part",
    "signing": "warn part",
    "signed": "ok",
    "missing": "warn",
}
HEALTH: dict[str, str] = {"": "", "none": "", "reviewed": "flag second", "to_review": "flag", "stop": "stop"}
"""The marks of what is signed and of the health answers; none where there is nothing to do."""


def light_marks(light: Light) -> list[tuple[str, str]]:
    """Consent and health, each a shape with its words."""
    pairs = ((SIGNED.get(light.key, ""), light.words), (HEALTH.get(light.health, ""), light.health_words))
    return [(kind, words) for kind, words in pairs if kind and words]


def title_of(wanted: Wanted) -> str:
    """The days in sight, as a heading."""
    from babel.dates import format_interval, format_skeleton

    locale = reading_locale()
    if wanted.view == "day":
        said = format_skeleton("yMMMMEEEEd", wanted.day, locale=locale)
    elif wanted.view == "month":
        said = format_skeleton("yMMMM", wanted.day, locale=locale)
    else:
        said = format_interval(wanted.first, wanted.first + timedelta(days=6), "yMMMd", locale=locale)
    return str(said)[:1].upper() + str(said)[1:]


def note_of(wanted: Wanted) -> str:
    """The number of the week."""
    return "" if wanted.view == "month" else t("Week {n}", n=wanted.day.isocalendar().week)


def span_text(start: datetime, end: datetime) -> str:
    """Day, times and length of a booking."""
    length = minutes_text(int((end - start).total_seconds()) // 60)
    return t(
        "{day}, {start}–{end} ({length})",
        day=show_date(start.date(), "full"),
        start=show_time(start),
        end=show_time(end),
        length=length,
    )


def days_text(first: date, last: date) -> str:
    """One day, or from the first to the last."""
    return show_date(first) if first == last else f"{show_date(first)} – {show_date(last)}"


def timer_text(seconds: int) -> str:
    """1:05 h as the timer shows it."""
    hours, rest = divmod(seconds // 60, 60)
    return t("{hours}:{minutes} h", hours=hours, minutes=f"{rest:02}")
