"""A client's fields as typed, checked together so that every problem is named at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from studio.clients import refusals
from studio.clients.rules import cleaning
from studio.clients.rules.age import ADULT, guardian_problems
from studio.clients.rules.identity import clean_id, clean_number
from studio.clients.rules.phones import clean_phone
from studio.jurisdiction.schema import Leap
from studio.kernel.refusal import Invalid, Refusal


@dataclass(frozen=True)
class Frame:
    """What the checks need to know of the studio: its date, its country, and who counts as adult there."""

    today: date
    country: str = ""
    adult: int = ADULT
    leap: Leap = "march_1"
    wanted: tuple[str, ...] = ()
    """What a guest's form may not leave empty."""


Cleaner = Callable[[Any, Frame], Any]


def _line(limit: int = cleaning.LINE, lines: bool = False) -> Cleaner:
    return lambda value, frame: cleaning.clean_text(value, limit, lines=lines)


def _phone(value: Any, frame: Frame) -> str:
    return clean_phone(value, frame.country)


def _born(value: Any, frame: Frame) -> date | None:
    return cleaning.clean_birth_date(value, frame.today)


FIELDS: Mapping[str, Cleaner] = {
    "name": lambda value, frame: cleaning.clean_name(value),
    "preferred_name": _line(),
    "pronouns": _line(40),
    "gender": _line(40),
    "phone": _phone,
    "email": lambda value, frame: cleaning.clean_email(value),
    "address": _line(500, lines=True),
    "birth_date": _born,
    "guardian_name": _line(),
    "guardian_relation": _line(80),
    "guardian_phone": _phone,
    "guardian_birth_date": _born,
    "emergency_name": _line(),
    "emergency_phone": _phone,
    "emergency_relation": _line(80),
    "id_kind": _line(40),
    "id_issuer": _line(80),
    "id_number": lambda value, frame: clean_number(value),
    "id_expires": lambda value, frame: cleaning.clean_date(value),
    "brought_by": _line(),
    "brought_by_id": lambda value, frame: clean_id(value),
    "notes": _line(cleaning.NOTE, lines=True),
    "language": _line(20),
    "tags": lambda value, frame: cleaning.clean_tags(value),
}
IDENTITY = ("id_kind", "id_issuer", "id_number", "id_expires")
GUEST_FIELDS = frozenset(FIELDS) - {"notes", "tags", "gender", "brought_by", "brought_by_id", *IDENTITY}


def clean_details(raw: Mapping[str, Any], frame: Frame, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The given fields, cleaned. `before` is what is on file: an edit names only what changes.

    Raises Invalid that holds every problem by its field. Guardians are checked where names or dates are touched.
    """
    problems: dict[str, Refusal] = {key: refusals.UnknownField() for key in raw if key not in FIELDS}
    cleaned: dict[str, Any] = {}
    for field, clean in FIELDS.items():
        if field not in raw and not (field == "name" and before is None):
            continue
        try:
            cleaned[field] = clean(raw.get(field), frame)
        except Refusal as refusal:
            problems[field] = refusal
    problems = {**_guardian(cleaned, before, frame), **problems}
    if problems:
        raise Invalid(problems)
    return cleaned


def _guardian(cleaned: Mapping[str, Any], before: Mapping[str, Any] | None, frame: Frame) -> dict[str, Refusal]:
    watched = ("name", "birth_date", "guardian_name", "guardian_birth_date")
    if before is not None and all(cleaned.get(field, before.get(field)) == before.get(field) for field in watched):
        return {}
    known = {**(before or {}), **cleaned}
    return guardian_problems(
        known.get("name") or "",
        known.get("birth_date"),
        known.get("guardian_name") or "",
        known.get("guardian_birth_date"),
        frame.today,
        frame.adult,
        frame.leap,
    )
