"""Fields as typed, made fit to keep or refused, all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from studio.catalog.rules.cleaning import number, yes
from studio.clients.rules.cleaning import clean_date, clean_tags, clean_text
from studio.kernel.refusal import Invalid, Refusal
from studio.schedule import refusals
from studio.upkeep.premises import opening_hours

Clean = Callable[[Any], Any]
LONGEST_SPAN = 400


def cleaned(raw: Mapping[str, Any], fields: Mapping[str, Clean]) -> dict[str, Any]:
    """The given fields, cleaned; raises Invalid that holds every problem by its field."""
    problems: dict[str, Refusal] = {name: refusals.FieldIsUnknown() for name in raw if name not in fields}
    kept: dict[str, Any] = {}
    for name, clean in fields.items():
        if name not in raw:
            continue
        try:
            kept[name] = clean(raw[name])
        except Refusal as refusal:
            problems[name] = refusal
    if problems:
        raise Invalid(problems)
    return kept


def text(limit: int, *, lines: bool = False, needed: bool = False) -> Clean:
    """Letters up to a limit."""

    def clean(value: Any) -> str:
        kept = clean_text(value, limit, lines=lines)
        kept = kept if lines else " ".join(kept.split())
        if needed and not kept:
            raise refusals.NameIsNeeded
        return kept

    return clean


def choice(known: Collection[str]) -> Clean:
    """One of a few keys."""

    def clean(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise refusals.ChoiceIsUnknown
        return value

    return clean


def whole(least: int, most: int, *, needed: bool = False) -> Clean:
    """A whole number within bounds."""
    return lambda value: number(value, least, most, needed=needed)


def count(least: int, most: int) -> Clean:
    """A whole number; nothing is the least."""
    return lambda value: number(value, least, most) or least


def words(limit: int = 30) -> Clean:
    """Several words, each once, in small letters."""
    return lambda value: clean_tags(value, limit)


def hours(value: Any) -> dict[str, list[list[str]]]:
    """Weekday → from and to on the wall."""
    return opening_hours(value if isinstance(value, dict) else {"": ""})


def parts(value: Any) -> list[list[str]]:
    """From and to on the wall, of one day."""
    return opening_hours({"mon": value or []}).get("mon", [])


def day(value: Any) -> date:
    """A day that has to be said."""
    found = clean_date(value)
    if found is None:
        raise refusals.DayIsNeeded
    return found


def some_id(value: Any) -> UUID | None:
    """An id, or none."""
    if value is not None and not isinstance(value, UUID):
        raise refusals.ChoiceIsUnknown
    return value


def in_order(first: date | None, last: date | None, *, field: str = "until_on", longest: int = LONGEST_SPAN) -> None:
    """Refuses days the wrong way round, and spans nobody means."""
    if first is None or last is None:
        return
    if last < first:
        raise refusals.DaysAreReversed(field)
    if (last - first).days > longest:
        raise refusals.SpanIsTooLong(field, days=longest)


__all__ = [
    "choice", "clean_date", "cleaned", "count", "day", "hours", "in_order", "parts", "some_id", "text", "whole",
    "words", "yes",
]  # fmt: skip
