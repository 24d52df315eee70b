"""From text to index terms and from a typed query to conditions on them; quotes and operators are only letters here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import punctuation

from storage.folding import fold

LONGEST_QUERY = 120
MOST_WORDS = 8
_NUMBER = re.compile(r"[\s+\-().\/]*\d[\d\s+\-().\/]*")
_NOT_A_DIGIT = re.compile(r"\D+")
_PUNCTUATION = re.compile(r"\W+")


@dataclass(frozen=True)
class Indexed:
    """What is stored for one subject: its folded text, and its short terms."""

    text: str
    grams: str


def indexed(title: str, code: str, words: Iterable[str]) -> Indexed:
    """The title comes first in the text, so that sorting by the text sorts by the title."""
    name, number = fold(title), fold(code)
    lines = [" ".join(name.split()), *_variants([name, number, *map(fold, words)])]
    text = "\n".join(dict.fromkeys(lines))
    starts = {word for part in (name, number) for word in part.split()}
    return Indexed(text, " ".join(_grams(text) | _starts(starts)))


@dataclass(frozen=True)
class Wanted:
    """A query taken apart: every word must be found."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """As one string, to compare with a title."""
        return " ".join(self.words)

    @property
    def pieces(self) -> str:
        """Match expression for words of three letters and more; empty without any."""
        return " AND ".join(f'"{_quoted(word)}"' for word in self.words if len(word) > 2)

    @property
    def short(self) -> tuple[str, ...]:
        """Words of one or two letters."""
        return tuple(word for word in self.words if len(word) < 3)

    @property
    def grams(self) -> str:
        """Match expression for the short words."""
        return " AND ".join(f"g{_hex(word)}" for word in self.short)

    @property
    def starts(self) -> str:
        """Match expression for titles in which each word of the query begins a word."""
        return " AND ".join(f"s{_hex(word)}" if len(word) < 4 else f"w{_hex(word)} *" for word in self.words)


def wanted(query: str) -> Wanted | None:
    """None when there is nothing to look for."""
    folded = fold(query[:LONGEST_QUERY])
    if _NUMBER.fullmatch(folded):
        return Wanted((_dialled(folded),))
    words = (_dialled(word) if _NUMBER.fullmatch(word) else word for word in folded.split())
    found = tuple(dict.fromkeys(word for word in words if word.strip(punctuation)))
    return Wanted(found[:MOST_WORDS]) if found else None


def _dialled(number: str) -> str:
    """A number as its digits. The zeros dialled before it differ at home and abroad, so a long one goes without."""
    digits = _NOT_A_DIGIT.sub("", number.replace("(0)", ""))
    return (digits.lstrip("0") or digits) if len(digits) > 5 else digits


def _variants(parts: list[str]) -> Iterable[str]:
    """Each part, and what people type for it: numbers without signs, names without apostrophes."""
    for part in parts:
        words = part.split()
        yield " ".join(words)
        for number in _NUMBER.findall(part):
            yield _NOT_A_DIGIT.sub("", number)
            yield _NOT_A_DIGIT.sub("", number.replace("(0)", ""))
        yield from (_PUNCTUATION.sub("", word) for word in words)


def _grams(text: str) -> set[str]:
    return {
        f"g{_hex(gram)}"
        for word in text.split()
        for size in (1, 2)
        for gram in {word[at : at + size] for at in range(len(word) - size + 1)}
    }


def _starts(words: set[str]) -> set[str]:
    return {f"s{_hex(word[:size])}" for word in words for size in (1, 2, 3)} | {f"w{_hex(word)}" for word in words}


def _hex(text: str) -> str:
    """Plain letters and digits whatever the writing, so that no tokenizer has an opinion on it."""
    return text.encode().hex()


def _quoted(word: str) -> str:
    return word.replace('"', '""')
