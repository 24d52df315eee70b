"""The catalogue as a table of words: how its columns are called, and how cells become details again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.folding import fold
from studio.catalog import refusals
from studio.catalog.words import DEPOSIT_KINDS, LABELS, PRICE_KINDS, YES_NO
from studio.kernel.money import Money
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, speaking, t

COLUMNS = (
    "code", "name", "kind", "description", "minutes", "minutes_least", "minutes_most", "buffer_before", "buffer_after",
    "price_kind", "price", "currency", "deposit_kind", "deposit_percent", "deposit", "deposit_once", "minimum_age",
    "consent_template", "aftercare", "healing_days", "tax_rate", "artists", "active",
)  # fmt: skip
NUMBERS = {
    "minutes", "minutes_least", "minutes_most", "buffer_before", "buffer_after", "deposit_percent", "minimum_age",
    "healing_days",
}  # fmt: skip
AMOUNTS = {"price", "deposit"}
BETWEEN = ";"
FORMULAS = "=+-@＝＋－＠\t\r"


@dataclass(frozen=True)
class Line:
    """One line of a file: what it says of a service, and what could not be read of it."""

    number: int
    code: str
    raw: Mapping[str, Any]
    artists: tuple[str, ...] | None = None
    problems: Mapping[str, Refusal] = field(default_factory=dict)


@dataclass(frozen=True)
class Reader:
    """What cells are read with: the studio's money, and what its kinds and papers are called."""

    currency: str
    locale: str
    kinds: Mapping[str, str]
    consents: Mapping[str, str] = field(default_factory=dict)
    aftercare: Mapping[str, str] = field(default_factory=dict)

    def lines(self, table: Iterable[tuple[int, Sequence[str]]]) -> list[Line]:
        """Every line that says anything. Raises ListIsUnreadable when the first line names no column of ours."""
        heads: dict[int, str] | None = None
        found: list[Line] = []
        for number, cells in table:
            if heads is None:
                heads = _heads(cells)
                continue
            told = {name: _plain(cells[at]) for at, name in heads.items() if at < len(cells)}
            if any(told.values()):
                found.append(self._line(number, told))
        if not found:
            raise refusals.ListIsUnreadable(name=t(LABELS["name"]))
        return found

    def _line(self, number: int, told: Mapping[str, str]) -> Line:
        raw: dict[str, Any] = {}
        problems: dict[str, Refusal] = {}
        for name, cell in told.items():
            if name in ("code", "currency", "artists"):
                continue
            try:
                raw[name] = self._value(name, cell)
            except Refusal as refusal:
                problems[name] = refusal
        if told.get("currency", self.currency).upper() not in ("", self.currency) and (
            raw.get("price") or "price" in problems
        ):
            problems["price"] = refusals.CurrencyIsOther(currency=self.currency)
        if not told.get("price_kind") and "price_kind" in raw:
            raw["price_kind"] = "fixed" if told.get("price") else "quote"
        return Line(number, told.get("code", "").upper(), raw, _names(told.get("artists")), problems)

    def _value(self, name: str, cell: str) -> Any:
        if name in NUMBERS:
            return _number(cell)
        if name in AMOUNTS:
            return _amount(cell, self.currency, self.locale) if cell else None
        words = self._words(name)
        if words is None:
            return cell
        if name in ("active", "deposit_once"):
            return _known(cell, words, "yes" if name == "active" else "no") == "yes"
        return _known(cell, words, {"deposit_kind": "none"}.get(name, ""))

    def _words(self, name: str) -> Mapping[str, str] | None:
        return {
            "kind": self.kinds,
            "price_kind": PRICE_KINDS,
            "deposit_kind": DEPOSIT_KINDS,
            "deposit_once": YES_NO,
            "active": YES_NO,
            "consent_template": self.consents,
            "aftercare": self.aftercare,
        }.get(name)


def _heads(cells: Sequence[str]) -> dict[int, str]:
    keys = {fold(name): name for name in COLUMNS}
    known = keys | {fold(word): name for name in COLUMNS for word in _in_every_language(LABELS[name])}
    found = {at: known[fold(cell.strip())] for at, cell in enumerate(cells) if fold(cell.strip()) in known}
    if "name" not in found.values():
        raise refusals.ListIsUnreadable(name=t(LABELS["name"]))
    return found


def _known(cell: str, words: Mapping[str, str], otherwise: str) -> str:
    """The key behind a word in any of our languages; what is unknown stays as it is, for the rules to refuse."""
    said = fold(cell)
    if not said:
        return otherwise
    for key, word in words.items():
        if said == fold(key) or said in map(fold, _in_every_language(word)):
            return key
    return cell


def _in_every_language(word: str) -> list[str]:
    found = [word]
    for language in LANGUAGES:
        with speaking(language):
            found.append(t(word))
    return found


def _number(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
        raise refusals.NumberIsUnclear
    return int(cell)


def _amount(cell: str, currency: str, locale: str) -> Money:
    """By the studio's locale; a spreadsheet's own numbers have a point wherever they come from."""
    try:
        return Money.read(cell, currency, locale)
    except Refusal:
        whole, _, part = cell.partition(".")
        if whole.isascii() and whole.isdigit() and part.isascii() and part.isdigit():
            return Money.read(cell, currency, "en")
        raise


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from reckoning with it."""
    told = cell.strip()
    return told[1:] if told[:1] == "'" and told[1:2] in FORMULAS and told[1:] else told


def _names(cell: str | None) -> tuple[str, ...] | None:
    """Who offers it; None where the file does not say, nothing for everybody."""
    if cell is None:
        return None
    return tuple(name.strip() for name in cell.split(BETWEEN) if name.strip())
