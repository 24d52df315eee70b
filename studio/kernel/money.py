"""Money: whole minor units and a currency; no float comes near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from studio.kernel.refusal import Refusal
from studio.kernel.text import N_


class NotAnAmount(Refusal):
    sentence = N_("“{text}” is not an amount. Write it like {example}.")


class TooPrecise(Refusal):
    sentence = N_("{currency} has no more than {digits} decimals.")


class TooMuch(Refusal):
    sentence = N_("An amount can have at most 12 digits before the decimals.")


LARGEST = 10**14


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount. Adding two currencies raises ValueError."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError("money counts whole minor units")

    @classmethod
    def read(cls, text: str, currency: str, locale: str) -> Money:
        """What a person typed, by the rules of the studio's locale. Refuses anything unclear."""
        from babel.numbers import NumberFormatError, format_decimal, parse_decimal

        typed = text.strip()
        clear = typed if set(typed) <= set("0123456789.,'- ") else ""
        try:
            amount = parse_decimal(clear, locale=locale.replace("-", "_"), strict=True)
        except (NumberFormatError, ValueError):
            example = format_decimal(Decimal("1234.50"), locale=locale.replace("-", "_"), format="#,##0.00")
            raise NotAnAmount("amount", text=text[:40], example=example) from None
        return cls.exact(amount, currency)

    @classmethod
    def exact(cls, amount: Decimal, currency: str) -> Money:
        """From a decimal, refused when the currency has fewer decimals or the amount is beyond reason."""
        digits = exponent(currency)
        minor = amount.scaleb(digits)
        if minor != minor.to_integral_value():
            raise TooPrecise("amount", currency=currency, digits=digits)
        if abs(minor) >= LARGEST:
            raise TooMuch("amount")
        return cls(int(minor), currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def share(self, percent: Decimal) -> Money:
        """So many percent of it, rounded half up (away from zero)."""
        return Money(int((self.minor * percent / 100).to_integral_value(ROUND_HALF_UP)), self.currency)

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Parts in proportion to the weights that add up to exactly this amount.

        What does not divide goes, unit by unit, to the parts that lost most by rounding.
        """
        if not weights or min(weights) < 0 or sum(weights) == 0:
            raise ValueError("weights are not negative and not all zero")
        whole, sign = sum(weights), -1 if self.minor < 0 else 1
        shares = [divmod(abs(self.minor) * weight, whole) for weight in weights]
        parts = [quotient for quotient, _ in shares]
        by_loss = sorted(range(len(parts)), key=lambda i: -shares[i][1])
        for i in by_loss[: abs(self.minor) - sum(parts)]:
            parts[i] += 1
        return [Money(sign * part, self.currency) for part in parts]

    def text(self, locale: str) -> str:
        """As people write it there, with the currency's sign."""
        from babel.numbers import format_currency

        amount = Decimal(self.minor).scaleb(-exponent(self.currency))
        return str(format_currency(amount, self.currency, locale=locale.replace("-", "_")))

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.minor


def exponent(currency: str) -> int:
    """How many decimals a currency has: UGX 0, EUR 2, KWD 3."""
    from babel.numbers import get_currency_precision

    return int(get_currency_precision(currency))
