"""What stands in a cell, made what the client's file wants to hear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from storage.folding import fold
from studio.clients import refusals as of_clients
from studio.clients.importing import refusals
from studio.kernel.refusal import Refusal

ORDERS = ("dmy", "mdy", "ymd")
YES = re.compile(r"yes|y|true|1|x|ja|sim|s|si|oui|o|vero|wahr|verdadeiro|ok|on|aceito|opted in|subscribed")
NO = re.compile(r"no|n|false|0|nein|nao|non|f|falso|falsch|off|none|unsubscribed")
SUFFIXES = ("jr", "sr", "ii", "iii", "iv", "md", "phd", "filho", "neto")
"""What may follow a name and a comma without being the given name."""
TONGUES = ("en", "pt", "es", "de", "fr", "it")
_GUARDED = re.compile(r"(^|[;|\t\r\n])'(?=[ \u00a0']*[=+\-@\t\r\n＝＋－＠])")
_PARTS = re.compile(r"(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})")
_CLOCK = re.compile(r"[T\s]\s*\d{1,2}:\d{2}.*$")
_ROUNDED = re.compile(r"\d([.,]\d+)?e\+?\d+", re.IGNORECASE)
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?", re.IGNORECASE)


def lively(cell: str) -> str:
    """The cell as it was before somebody kept it, or a part of it, from being a formula with an apostrophe."""
    return _GUARDED.sub(r"\1", cell) if "'" in cell else cell


def read_day(cell: str, order: str, today: date, *, ahead: bool = False) -> str:
    """A date as `YYYY-MM-DD`; what is none stays, and is refused where dates are checked.

    A year of two digits is in the past, unless the date is one that lies ahead.
    """
    typed = _CLOCK.sub("", cell.strip())
    found = _PARTS.fullmatch(typed)
    if not found:
        if typed:
            raise of_clients.DateIsUnclear
        return ""
    parts = {"y": "", "m": "", "d": ""} | dict(
        zip("ymd" if len(found[1]) == 4 else _ending(order), found.groups(), strict=True)
    )
    year = int(parts["y"])
    if len(parts["y"]) <= 2:
        year += 2000 if ahead or 2000 + year <= today.year else 1900
    return f"{year:04d}-{int(parts['m']):02d}-{int(parts['d']):02d}"


def guess_order(cells: Iterable[str], country: str) -> str:
    """Which of day and month comes first: told by a number that is no month, else as the country writes."""
    firsts, seconds, years = set[int](), set[int](), 0
    for cell in cells:
        found = _PARTS.match(cell.strip())
        if found and len(found[1]) == 4:
            years += 1
        elif found:
            firsts.add(int(found[1]))
            seconds.add(int(found[2]))
    if years and not firsts:
        return "ymd"
    if any(first > 12 for first in firsts):
        return "dmy"
    return "mdy" if any(second > 12 for second in seconds) or country in ("US", "PH") else "dmy"


def read_name(cell: str) -> str:
    """A name as people say it: lists often have the family name first, with a comma after it."""
    family, comma, given = (part.strip() for part in cell.partition(","))
    ordered = comma and family and given and "," not in given and fold(given).strip(".") not in SUFFIXES
    return f"{given} {family}" if ordered else cell


def read_phone(cell: str) -> str:
    """The number; a spreadsheet that rounded it is found out."""
    if _ROUNDED.fullmatch(cell.strip()):
        raise refusals.PhoneIsRounded
    return cell


def read_answer(cell: str) -> bool | None:
    """Yes, no, or nothing said."""
    word = fold(cell).strip()
    if not word:
        return None
    if YES.fullmatch(word) or NO.fullmatch(word):
        return bool(YES.fullmatch(word))
    raise refusals.AnswerIsUnclear


def read_language(cell: str) -> str:
    """The language's tag, from its tag or its name."""
    typed = cell.strip()
    if not typed:
        return ""
    named, found = language_names().get(fold(typed)), _CODE.fullmatch(typed)
    if named:
        return named
    if found is None or found[1].lower() not in language_names().values():
        raise refusals.LanguageIsUnknown
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


def read_tags(cells: Iterable[str]) -> list[str]:
    """Words between commas, semicolons and bars."""
    return [word.strip() for cell in cells for word in re.split(r"[,;|]", cell) if word.strip()]


def joined(found: Sequence[tuple[str, str]], between: str, *, named: bool = False) -> str:
    """Several columns as one text; notes say which column each line comes from."""
    said = [(head, cell.strip()) for head, cell in found if cell.strip()]
    several = named and len(found) > 1
    return between.join(f"{head}: {cell}" if several and head else cell for head, cell in said)


def kept(problem: Refusal) -> tuple[str, dict[str, object]]:
    """A refusal as it can be kept and told later in any language."""
    return type(problem).sentence, dict(problem.values)


@cache
def language_names() -> dict[str, str]:
    """Folded name → tag, of all languages as the tongues of studios call them."""
    from babel import Locale

    return {fold(name): tag for tongue in TONGUES for tag, name in Locale(tongue).languages.items() if len(tag) == 2}


def _ending(order: str) -> str:
    return order if order in ("dmy", "mdy") else "dmy"
