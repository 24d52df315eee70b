"""From text to index terms and from a typed query to conditions on them; quotes and operators are only letters here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from string import punctuation

from storage.folding import fold

LONGEST_QUERY = 120
MOST_WORDS = 8
MARK = "\x02"  # no folded text contains it
_NUMBER = re.compile(r"[\s+\-().\/]*\d[\d\s+\-().\/]*")
_NOT_A_DIGIT = re.compile(r"\D+")
_PUNCTUATION = re.compile(r"\W+")


@dataclass(frozen=True)
class Indexed:
    """What is stored for one subject: its folded text, and its fragments of one and two letters."""

    text: str
    grams: str


def indexed(title: str, code: str, words: Iterable[str]) -> Indexed:
    """The title comes first in the text, so that sorting by the text sorts by the title.

    Words of title and code carry marks, by which titles that begin as the query does are found before all others.
    """
    name, number = fold(title), fold(code)
    lines = list(dict.fromkeys(_variants([name, number, *map(fold, words)])))
    text = "\n".join([_marked(name.split()), _marked(number.split()), *lines])
    return Indexed(text, " ".join(_grams(lines)))


@dataclass(frozen=True)
class Wanted:
    """A query taken apart: every word must be found."""

    words: tuple[str, ...]

    @property
    def beginning(self) -> str:
        """How the text of a title begins that begins as the query does."""
        return _marked(self.words)

    @property
    def starts(self) -> tuple[str, ...]:
        """Each word as it stands at the beginning of a word of a title; three letters and more."""
        return tuple(f"{MARK * 2}{word}"[-max(3, len(word) + 1) :] for word in self.words)

    @property
    def is_spelled(self) -> bool:
        """Whether it begins with a letter, as names do and numbers do not."""
        return not self.words[0][0].isdigit()

    @property
    def long(self) -> tuple[str, ...]:
        """Words of three letters and more."""
        return tuple(word for word in self.words if len(word) > 2)

    @property
    def short(self) -> tuple[str, ...]:
        """Words of one or two letters."""
        return tuple(word for word in self.words if len(word) < 3)


def pieces(words: Iterable[str]) -> str:
    """Match expression for fragments of three letters and more."""
    return " AND ".join('"' + word.replace('"', '""') + '"' for word in words)


def grams(words: Iterable[str]) -> str:
    """Match expression for fragments of one or two letters."""
    return " AND ".join(map(_gram, words))


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
        yield from (word if word.isalnum() else _PUNCTUATION.sub("", word) for word in words)


def _grams(lines: Iterable[str]) -> set[str]:
    words = {word for line in lines for word in line.split()}
    singles = {letter for word in words for letter in word}
    return set(map(_gram, singles | {word[at : at + 2] for word in words for at in range(len(word) - 1)}))


@lru_cache(maxsize=10_000)
def _gram(text: str) -> str:
    """Plain letters and digits whatever the writing, so that no tokenizer has an opinion on it."""
    return f"g{text.encode().hex()}"


def _marked(words: Iterable[str]) -> str:
    return " ".join(f"{MARK * 2}{word}" for word in words)
