"""Age by the studio's calendar, and who may stand in for somebody under age."""

from datetime import date

from storage.folding import fold
from studio.clients import refusals
from studio.jurisdiction.rules import age_on
from studio.jurisdiction.schema import Leap
from studio.kernel.refusal import Refusal

ADULT = 18


def is_minor(birth_date: date | None, day: date, adult: int = ADULT, leap: Leap = "march_1") -> bool:
    """Under age on that day; an unknown birth date is not held against anybody."""
    return birth_date is not None and age_on(birth_date, day, leap) < adult


def guardian_problems(
    name: str,
    birth_date: date | None,
    guardian: str,
    guardian_birth_date: date | None,
    day: date,
    adult: int = ADULT,
    leap: Leap = "march_1",
) -> dict[str, Refusal]:
    """What stands against the guardian: field → refusal; empty when all is well or none is needed."""
    problems: dict[str, Refusal] = {}
    if is_minor(birth_date, day, adult, leap) and not guardian:
        problems["guardian_name"] = refusals.GuardianIsMissing(age=adult)
    if guardian and same_name(guardian, name):
        problems["guardian_name"] = refusals.GuardianIsTheClient()
    if guardian and is_minor(guardian_birth_date, day, adult, leap):
        problems["guardian_birth_date"] = refusals.GuardianIsMinor(age=adult)
    return problems


def same_name(one: str, other: str) -> bool:
    """The same words, whatever their order, accents and capitals."""
    return sorted(fold(one).split()) == sorted(fold(other).split())
