"""Dates, times and counts as people here write them, in the studio's zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from studio.kernel.house import house
from studio.kernel.text import language, t

YEAR = r"(\s*('[^']*'|,))?\s*y+(年|년|\.?(\s*'[^']*'\.?)?)"
"""The year in a pattern of dates, with the words that tie it to the rest."""
ABROAD = {"en": "en_150"}
"""English where it is not the country's tongue puts the day first and counts 24 hours; plain `en` is American."""


def now_here() -> datetime:
    """This moment on the studio's wall."""
    return here(house().clock.now())


def here(moment: datetime) -> datetime:
    """The same moment on the studio's wall."""
    return moment.astimezone(ZoneInfo(house().settings["studio.zone"]))


def show_time(moment: datetime) -> str:
    """12:04, or 12:04 pm where people write it so."""
    from babel.dates import format_time

    return str(format_time(here(moment).time(), "short", locale=reading_locale()))


def show_date(day: date, length: str = "medium") -> str:
    """23 Apr 1990; `full` adds the weekday."""
    from babel.dates import format_date

    return str(format_date(day, length, locale=reading_locale()))


def show_today() -> str:
    """Saturday, 21 November: no year, everybody knows it."""
    from babel.dates import format_date, get_date_format

    pattern = re.sub(YEAR, "", get_date_format("full", locale=reading_locale()).pattern).strip(" ,")
    said = str(format_date(now_here().date(), pattern, locale=reading_locale()))
    return said[:1].upper() + said[1:]


def when(moment: datetime) -> str:
    """Day and time, today and yesterday by name."""
    then, now, clock = here(moment).date(), now_here().date(), show_time(moment)
    if then == now:
        return t("Today, {time}", time=clock)
    if then == now - timedelta(days=1):
        return t("Yesterday, {time}", time=clock)
    return f"{show_date(then)}, {clock}"


def show_moment(moment: datetime) -> str:
    """As short as it stays clear: the time today, the day and month this year, else the date."""
    from babel.dates import format_skeleton

    then, now = here(moment), now_here()
    if then.date() == now.date():
        return show_time(moment)
    if then.date() == now.date() - timedelta(days=1):
        return t("yesterday")
    if then.year == now.year:
        return str(format_skeleton("MMMd", then, locale=reading_locale()))
    return show_date(then.date())


def show_wait(since: datetime) -> str:
    """How long ago, in one unit."""
    minutes = int((house().clock.now() - since).total_seconds() // 60)
    if minutes < 1:
        return t("just now")
    if minutes < 60:
        return t("{n} min", n=minutes)
    if minutes < 48 * 60:
        return t("{n} h", n=minutes // 60)
    return t("{n} days", n=minutes // 1440)


def reading_locale() -> str:
    """The studio's locale, or the reader's language where the studio's is another tongue."""
    locale = str(house().settings["studio.locale"]).replace("-", "_")
    spoken = language().replace("-", "_")
    return locale if locale.split("_")[0] == spoken.split("_")[0] else ABROAD.get(spoken, spoken)


def show_number(number: int) -> str:
    """1,234 as people here write it."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=reading_locale()))
