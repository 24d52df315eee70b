"""Column types that refuse what would quietly go wrong: naive times, floats as money, numbers that are no JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Goes in with any zone, is stored as UTC, comes out aware; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC, or ValueError; what UTC has no day for stays on the last one there is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its time zone: {value!r}")
        try:
            return value.astimezone(UTC)
        except OverflowError:  # a moment at the very edge of what there is, east or west of it
            return value.replace(tzinfo=UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MoneyColumn(TypeDecorator[int]):
    """An amount in minor units (cents). Whole numbers only; the currency stands in a column of its own."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """The whole number, or TypeError."""
        if value is not None and type(value) is not int:
            raise TypeError(f"money is stored in whole minor units, not as {value!r}")
        return value

    def process_result_value(self, value: int | None, dialect: Dialect) -> int | None:
        """The whole number as stored."""
        return value


class JsonColumn(TypeDecorator[Any]):
    """A JSON value, replaced as a whole: a change inside a stored list goes unnoticed, so assign a new one."""

    impl = JSON(none_as_null=True)
    cache_ok = True
