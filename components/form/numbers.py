"""A whole number, such as minutes or days."""

from __future__ import annotations

from components.form.fields import TextInput, dress, titled
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

DIGITS = 9


class NumberIsUnclear(Refusal):
    sentence = N_("Enter a whole number, digits alone.")


class NumberField(TextInput):
    """Digits, with what they count behind them. `.read()` gives the number, or None where nothing stands."""

    def __init__(
        self, label: str, value: int | None = None, *, unit: str = "", hint: str = "", required: bool = False
    ) -> None:
        shown = "" if value is None else str(value)
        super().__init__(titled(label, required), value=shown, validation=self._check)
        self.without_auto_validation()
        dress(self, hint, required=required)
        self.props.update({"inputmode": "numeric", "autocomplete": "off", "input-class": "num"})
        if unit:
            self.props["suffix"] = unit
        self.on("blur", self.validate)

    def read(self) -> int | None:
        """The number for a form; refuses what is not one."""
        typed = (self.value or "").strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit() and len(typed) <= DIGITS):
            raise NumberIsUnclear
        return int(typed)

    def _check(self, typed: str) -> str | None:
        try:
            self.read()
        except Refusal as refusal:
            return refusal.text()
        return None
