"""Age by the studio's calendar, and who may stand in for somebody under age."""

from datetime import date

from storage.folding import fold
from studio.clients import refusals
from studio.kernel.refusal import Refusal

ADULT = 18


def age_on(birth_date: date, day: date) -> int:
    """Full years on that day; who was born on 29 February turns on 1 March in other years."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday


def is_minor(birth_date: date | None, day: date, adult: int = ADULT) -> bool:
    """Under age on that day; an unknown birth date is not held against anybody."""
    return birth_date is not None and age_on(birth_date, day) < adult


def guardian_problems(
    name: str, birth_date: date | None, guardian: str, guardian_birth_date: date | None, day: date, adult: int = ADULT
) -> dict[str, Refusal]:
    """What stands against the guardian: field → refusal; empty when all is well or none is needed."""
    problems: dict[str, Refusal] = {}
    if is_minor(birth_date, day, adult) and not guardian:
        problems["guardian_name"] = refusals.GuardianIsMissing(age=adult)
    if guardian and same_name(guardian, name):
        problems["guardian_name"] = refusals.GuardianIsTheClient()
    if guardian and is_minor(guardian_birth_date, day, adult):
        problems["guardian_birth_date"] = refusals.GuardianIsMinor(age=adult)
    return problems


def same_name(one: str, other: str) -> bool:
    """The same words, whatever their order, accents and capitals."""
    return sorted(fold(one).split()) == sorted(fold(other).split())
