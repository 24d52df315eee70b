"""A phone number, shown in its country's way and kept as E.164."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from components.form.fields import TextInput, dress, titled
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_


class PhoneIsUnclear(Refusal):
    sentence = N_("This does not look like a phone number. Check the digits, or add the country code.")


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
        hint: str = "",
    ) -> None:
        self.country, self._doubt, self._hint = country, doubt, hint
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
        self.props["hint"] = (self._doubt and self.value and self._doubt(self.value)) or self._hint or None


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
