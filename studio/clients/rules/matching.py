"""How likely a form and a client on file are one person."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from storage.folding import fold

PROBABLE, POSSIBLE = 60, 30
PHONE, EMAIL, BIRTH, NAME, OTHER_BIRTH = 45, 40, 25, 40, 30


@dataclass(frozen=True)
class Likeness:
    """What two people can be compared by."""

    name: str
    phone_digits: str = ""
    email: str = ""
    birth_date: date | None = None


def matching_score(one: Likeness, other: Likeness) -> int:
    """0 for strangers to 100 for surely the same; the order of the two does not matter."""
    score = name_points(one.name, other.name)
    score += PHONE * same_phone(one.phone_digits, other.phone_digits)
    score += EMAIL * bool(one.email and one.email.lower() == other.email.lower())
    if one.birth_date and other.birth_date:
        score += BIRTH if one.birth_date == other.birth_date else -OTHER_BIRTH
    return max(0, min(100, score))


def name_points(one: str, other: str) -> int:
    """Full points for the same words in any order, fewer for spellings that are close, none for strangers."""
    first, second = sorted((_words(one), _words(other)))
    if not first or not second:
        return 0
    closeness = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return round(NAME * max(0.0, closeness - 0.6) / 0.4)


def same_phone(one: str, other: str) -> bool:
    """The same number, with or without the country's code or a leading zero."""
    first, second = one.lstrip("0"), other.lstrip("0")
    if min(len(first), len(second)) < 5:
        return False
    return first.endswith(second) or second.endswith(first)


def _words(name: str) -> str:
    return " ".join(sorted(fold(name)[:200].split()))
