"""What is written beside a picture, made fit to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from studio.clients.rules.cleaning import clean_date, clean_text
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.text import N_
from studio.photos import refusals

KINDS: Mapping[str, str] = {
    "finished": N_("Finished work"),
    "healing": N_("Healing"),
    "reference": N_("Reference"),
}
MOST_DAYS, CAPTION, PLACE, TAG, MOST_TAGS = 730, 300, 80, 40, 12
FIELDS = ("kind", "day", "caption", "place", "tags", "taken_on", "artist_id")


def clean_details(told: Mapping[str, Any], today: date, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The named fields, fit to keep; raises Invalid with every problem. Only healing has a day."""
    checks: dict[str, Callable[[Any], Any]] = {
        "kind": _kind,
        "day": _day,
        "caption": lambda text: clean_text(text, CAPTION),
        "place": lambda text: clean_text(text, PLACE),
        "tags": clean_tags,
        "taken_on": lambda value: _taken_on(value, today),
        "artist_id": lambda value: value,
    }
    problems: dict[str, Refusal] = {}
    values: dict[str, Any] = {}
    for name in (name for name in FIELDS if name in told):
        try:
            values[name] = checks[name](told[name])
        except Refusal as refusal:
            problems[name] = refusal
    if problems:
        raise Invalid(problems)
    if values.get("kind", (before or {}).get("kind")) != "healing" and (before is None or "kind" in values):
        values["day"] = None
    return values


def clean_tags(told: object) -> str:
    """Tags as they are kept: each once, between line breaks."""
    words = told.split(",") if isinstance(told, str) else told if isinstance(told, list | tuple) else ()
    cleaned = dict.fromkeys(filter(None, (" ".join(clean_text(word, TAG).split()) for word in words)))
    return joined(list(cleaned)[:MOST_TAGS])


def joined(tags: Iterable[str]) -> str:
    """Tags in one column."""
    words = list(tags)
    return "\n" + "\n".join(words) + "\n" if words else ""


def parted(kept: str) -> list[str]:
    """The tags of a column."""
    return kept.strip("\n").split("\n") if kept else []


def _kind(value: object) -> str:
    if value not in KINDS:
        raise refusals.KindIsUnknown
    return str(value)


def _day(value: object) -> int | None:
    if value is None or value == "":
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_DAYS:
        raise refusals.DayIsOutOfRange(most=MOST_DAYS)
    return value


def _taken_on(value: object, today: date) -> date:
    day = clean_date(value)
    if day is None:
        raise refusals.DateIsMissing
    if day > today:
        raise refusals.DateIsAhead
    return day
