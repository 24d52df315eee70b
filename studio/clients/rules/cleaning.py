"""What people type, made fit to keep: control characters go, limits are named, meaning stays."""

import re
import unicodedata
from datetime import date

from studio.clients import refusals
from studio.kernel.email import fold_email
from studio.kernel.refusal import Refusal

NAME, LINE, NOTE = 200, 200, 10_000
OLDEST = 120
MOST_TAGS = 30

_BLANKS = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}
_LINE_BREAKS = {"\n", "\t"}
_NO_DIGIT = re.compile(r"[^0-9]+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def clean_text(text: object, limit: int = LINE, *, lines: bool = False) -> str:
    """The text without control characters and outer blanks; what shows nothing counts as empty.

    Refuses what is longer than the limit before looking at a single letter of a huge text.
    """
    if text is None:
        return ""
    if not isinstance(text, str):
        raise refusals.TextIsExpected
    if len(text) > limit * 4 + 100:
        raise refusals.TextIsTooLong(limit=limit)
    cleaned = text.strip() if text.isascii() and text.isprintable() else _plain(text, lines)
    if len(cleaned) > limit:
        raise refusals.TextIsTooLong(limit=limit)
    return cleaned


def clean_name(text: object) -> str:
    """A name that shows something; a line break in it becomes a blank."""
    name = " ".join(clean_text(text, NAME).split())
    if not name:
        raise refusals.NameIsMissing
    return name


def clean_email(text: object) -> str:
    """A well-formed address in small letters, or empty; nothing is looked up."""
    if isinstance(text, str) and ("\n" in text.strip() or "\r" in text.strip()):
        raise refusals.EmailIsUnclear
    typed = clean_text(text, 254)
    if not typed:
        return ""
    folded = fold_email(typed)
    if folded is None:
        raise refusals.EmailIsUnclear
    return folded


def clean_date(value: object) -> date | None:
    """A date from `YYYY-MM-DD`; empty is none."""
    if isinstance(value, date):
        return value
    typed = clean_text(value, 40)
    if not typed:
        return None
    try:
        return date.fromisoformat(typed) if _ISO.fullmatch(typed) and typed.isascii() else _no_date()
    except ValueError:
        raise refusals.DateIsUnclear from None


def clean_birth_date(value: object, today: date) -> date | None:
    """A date somebody alive today can be born on."""
    born = clean_date(value)
    if born is None:
        return None
    if born > today:
        raise refusals.BirthDateIsAhead
    if today.year - born.year > OLDEST:
        raise refusals.BirthDateIsTooLongAgo(years=OLDEST)
    return born


def clean_tags(tags: object, limit: int = MOST_TAGS) -> list[str]:
    """Words in small letters, each once, in a stable order."""
    if tags is None:
        return []
    if not isinstance(tags, list | tuple | set | frozenset):
        raise refusals.TextIsExpected
    if len(tags) > limit:
        raise refusals.TooManyTags(limit=limit)
    cleaned = {" ".join(clean_text(tag, 40).lower().split()) for tag in tags}
    return sorted(cleaned - {""})


def digits(text: str) -> str:
    """Only the digits, whatever script they were typed in."""
    if text.isascii():
        return _NO_DIGIT.sub("", text)
    return "".join(str(unicodedata.digit(character)) for character in text if character.isdigit())


def refusal_of(problem: Exception) -> Refusal:
    """The refusal itself; anything else goes on as the incident it is."""
    if isinstance(problem, Refusal):
        return problem
    raise problem


def _plain(text: str, lines: bool) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(_kept(character, lines) for character in text)
    cleaned = unicodedata.normalize("NFC", kept).strip()
    return cleaned if any(map(_shows, cleaned)) else ""


def _kept(character: str, lines: bool) -> str:
    if character in _LINE_BREAKS:
        return character if lines else " "
    return "" if unicodedata.category(character) in {"Cc", "Cs", "Cn"} else character


def _shows(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANKS


def _no_date() -> date:
    raise ValueError("not a date")
