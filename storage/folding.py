"""Text as it is searched: without accents, case or typographic variants."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "æ": "ae", "œ": "oe", "þ": "th",
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
})  # fmt: skip


def fold(text: str) -> str:
    """The searchable form. Letter by letter, so a fragment of a text folds to a fragment of the folded text."""
    if text.isascii() and text.isprintable():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(map(_kept, plain)).translate(_LETTERS)


def _kept(letter: str) -> str:
    """Marks, joiners and broken halves vanish; control characters become spaces; digits are 0 to 9 in every writing."""
    if unicodedata.combining(letter):
        return ""
    category = unicodedata.category(letter)
    if category in {"Cf", "Cs"}:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    return " " if category in {"Cc", "Zl", "Zp", "Zs"} else letter
