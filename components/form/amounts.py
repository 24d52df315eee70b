"""An amount of money, typed with the studio's own decimal sign."""

from __future__ import annotations

from decimal import Decimal

from components.form.fields import TextInput, dress, titled
from studio.kernel.money import Money, exponent
from studio.kernel.refusal import Refusal


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

    def show(self, amount: Money | None) -> None:
        """Put an amount into the field, written as people here write it."""
        self.value = show_amount(amount, self.locale) if amount else ""

    def _check(self, typed: str) -> str | None:
        try:
            self.read()
        except Refusal as refusal:
            return refusal.text()
        return None


def show_amount(amount: Money, locale: str) -> str:
    """The amount without its currency's sign, with the right number of decimals."""
    from babel.numbers import format_decimal

    places = exponent(amount.currency)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(Decimal(amount.minor).scaleb(-places), format=pattern, locale=locale.replace("-", "_")))
