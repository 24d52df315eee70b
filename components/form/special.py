"""Fields that know what they hold: a date, a phone number, an amount of money."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from nicegui import ui

from components.app.icons import source
from components.form.fields import TextInput, dress, titled
from studio.kernel.money import Money, exponent
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t


class DateIsUnclear(Refusal):
    sentence = N_("Write the date like {example}.")


class PhoneIsUnclear(Refusal):
    sentence = N_("This does not look like a phone number. Check the digits, or add the country code.")


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


class PhoneField(TextInput):
    """A phone number; written in its country's way when one leaves the field. `.read()` gives E.164, or as typed.

    `check` says what stands in the way of a number, `doubt` what to look at; doubts hinder nobody.
    """

    def __init__(
        self,
        label: str,
        value: str | None = "",
        *,
        country: str = "GB",
        required: bool = False,
        check: Callable[[str], str | None] | None = None,
        doubt: Callable[[str], str | None] | None = None,
    ) -> None:
        self.country, self._doubt = country, doubt
        shown = show_phone(value or "", country)
        super().__init__(titled(label, required), value=shown, validation=check or self._check)
        self.without_auto_validation()
        dress(self, required=required)
        self._wonder()
        self.props.update({"type": "tel", "inputmode": "tel", "autocomplete": "off"})
        self.on("blur", self._tidy)

    def read(self) -> str:
        """The number for a form. An unusual one is kept as typed: the studio knows its clients."""
        return read_phone(self.value or "", self.country) or (self.value or "").strip()

    def _check(self, typed: str) -> str | None:
        clear = not (typed or "").strip() or len(re.sub(r"\D", "", typed)) >= 5
        return None if clear else PhoneIsUnclear().text()

    def _tidy(self) -> None:
        self.validate()
        self.value = show_phone(self.value or "", self.country)
        self._wonder()

    def _wonder(self) -> None:
        self.props["hint"] = (self._doubt and self.value and self._doubt(self.value)) or None


class MoneyField(TextInput):
    """An amount in one currency, with the studio's own decimal sign. `.read()` gives Money or None."""

    def __init__(
        self,
        label: str,
        value: Money | None = None,
        *,
        currency: str,
        locale: str = "en_GB",
        hint: str = "",
        required: bool = False,
    ) -> None:
        self.currency, self.locale = currency, locale
        super().__init__(
            titled(label, required), value=show_amount(value, locale) if value else "", validation=self._check
        )
        self.without_auto_validation()
        dress(self, hint, required=required)
        self.props.update({"inputmode": "decimal", "suffix": currency, "input-class": "num"})
        self.on("blur", self.validate)

    def read(self) -> Money | None:
        """The amount for a form; refuses what is not one."""
        typed = (self.value or "").strip()
        return Money.read(typed, self.currency, self.locale) if typed else None

    def _check(self, typed: str) -> str | None:
        try:
            self.read()
        except Refusal as refusal:
            return refusal.text()
        return None


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


def show_phone(number: str, country: str) -> str:
    """As people in that country write it; unchanged when it is no number we know."""
    import phonenumbers as pn

    parsed = _parsed(number, country)
    if parsed is None:
        return number
    home = parsed.country_code == pn.country_code_for_region(country)
    return pn.format_number(parsed, pn.PhoneNumberFormat.NATIONAL if home else pn.PhoneNumberFormat.INTERNATIONAL)


def read_phone(typed: str, country: str) -> str | None:
    """E.164, or None when it is not a possible number."""
    import phonenumbers as pn

    parsed = _parsed(typed, country)
    return pn.format_number(parsed, pn.PhoneNumberFormat.E164) if parsed else None


def show_amount(amount: Money, locale: str) -> str:
    """The amount without its currency's sign, with the right number of decimals."""
    from babel.numbers import format_decimal

    places = exponent(amount.currency)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(Decimal(amount.minor).scaleb(-places), format=pattern, locale=locale.replace("-", "_")))


def _parsed(number: str, country: str) -> Any:
    import phonenumbers as pn

    try:
        parsed = pn.parse(number, country)
    except pn.NumberParseException:
        return None
    return parsed if pn.is_possible_number(parsed) and not _cut_short(parsed) else None


def _cut_short(parsed: Any) -> bool:
    """Whether a zero that is dialled inside the country had to count as a digit, since others are missing."""
    import phonenumbers as pn

    region = pn.region_code_for_country_code(parsed.country_code)
    return bool(parsed.italian_leading_zero) and pn.ndd_prefix_for_region(region, True) == "0"


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
