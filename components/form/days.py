"""A day, typed as people here write it, or picked from a small calendar."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from nicegui import ui

from components.app.icons import source
from components.form.fields import TextInput, dress, titled
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t


class DateIsUnclear(Refusal):
    sentence = N_("Write the date like {example}.")


class DateField(TextInput):
    """A day, typed as people here write it, or picked from a small calendar. `.day` is the date or None."""

    def __init__(
        self, label: str, value: date | None = None, *, locale: str = "en_GB", hint: str = "", required: bool = False
    ) -> None:
        self.locale = locale
        super().__init__(
            titled(label, required),
            value=show_day(value, locale) if value else "",
            placeholder=pattern_hint(locale),
            validation=self._check,
        )
        self.without_auto_validation()
        dress(self, hint, required=required)
        self.props.update({"inputmode": "numeric", "autocomplete": "off"})
        self.on("blur", self._tidy)
        with self.add_slot("append"), ui.button(icon=source("calendar"), color=None).classes("btn icon") as opener:
            opener.props.update({"aria-label": t("Open a calendar"), "tabindex": "-1"})
            with ui.menu().props("anchor='bottom right' self='top right'") as menu:
                picker = ui.date(on_change=lambda event: self._picked(event.value, menu)).props("minimal")
                picker.props["locale"] = calendar_words(locale)
        menu.on("before-show", lambda: picker.set_value(self.day.isoformat() if self.day else None))

    @property
    def day(self) -> date | None:
        """What is typed, as a date; None when empty or unclear."""
        return read_day(self.value, self.locale)

    def read(self) -> date | None:
        """The date for a form; refuses what is not one."""
        if (self.value or "").strip() and self.day is None:
            raise DateIsUnclear(example=show_day(date(1990, 4, 23), self.locale))
        return self.day

    def _check(self, typed: str) -> str | None:
        clear = not (typed or "").strip() or read_day(typed, self.locale) is not None
        return None if clear else DateIsUnclear(example=show_day(date(1990, 4, 23), self.locale)).text()

    def _tidy(self) -> None:
        if self.validate() and self.day:
            self.value = show_day(self.day, self.locale)

    def _picked(self, iso: object, menu: ui.menu) -> None:
        day = read_day(iso, self.locale) if isinstance(iso, str) else None
        if day and day != self.day:
            self.value = show_day(day, self.locale)
            self.validate()
            menu.close()


def show_day(day: date, locale: str) -> str:
    """The day in figures, as people here write it."""
    order = _order(locale)
    figures = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": f"{day.year:04}"}
    return _sign(locale).join(figures[part] for part in order)


def read_day(typed: str | None, locale: str) -> date | None:
    """The day somebody wrote, in the order people here use, or as 1990-04-23."""
    figures = re.findall(r"\d+", typed or "")
    if len(figures) == 1 and len(figures[0]) == 8:
        figures = (
            [figures[0][:2], figures[0][2:4], figures[0][4:]]
            if _order(locale) != "ymd"
            else [figures[0][:4], figures[0][4:6], figures[0][6:]]
        )
    if len(figures) != 3 or re.search(r"[^\d\s./,\-]", typed or ""):
        return None
    order = "ymd" if len(figures[0]) == 4 else _order(locale)
    named = dict(zip(order, map(int, figures), strict=True))
    try:
        return date(_century(named["y"]), named["m"], named["d"])
    except ValueError:
        return None


def pattern_hint(locale: str) -> str:
    """What to type, as a grey example."""
    names = {"d": t("dd"), "m": t("mm"), "y": t("yyyy")}
    return _sign(locale).join(names[part] for part in _order(locale))


@lru_cache(maxsize=8)
def calendar_words(locale: str) -> dict[str, Any]:
    """Months and days in the words of a locale, as the small calendar wants them."""
    from babel import Locale

    known = Locale.parse(locale.replace("-", "_"))
    days, months = known.days["stand-alone"], known.months["stand-alone"]
    sunday_first = [6, 0, 1, 2, 3, 4, 5]
    return {
        "days": [days["wide"][n] for n in sunday_first],
        "daysShort": [days["abbreviated"][n] for n in sunday_first],
        "months": [months["wide"][n] for n in range(1, 13)],
        "monthsShort": [months["abbreviated"][n] for n in range(1, 13)],
        "firstDayOfWeek": (known.first_week_day + 1) % 7,
    }


def _order(locale: str) -> str:
    pattern = _pattern(locale)
    return "".join(sorted("dmy", key=pattern.find))


def _sign(locale: str) -> str:
    found = re.search(r"[dmy]([./\-])", _pattern(locale))
    return found[1] if found else "/"


def _pattern(locale: str) -> str:
    from babel import Locale

    return str(Locale.parse(locale.replace("-", "_")).date_formats["short"].pattern).lower()


def _century(year: int) -> int:
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= date.today().year else 1900 + year  # noqa: DTZ011  only tells centuries apart
