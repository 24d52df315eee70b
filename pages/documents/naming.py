"""Names of files that every browser and every disk takes."""

from __future__ import annotations


def file_name(name: str) -> str:
    """The name in plain letters; anything else becomes a dash."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name if letter.isascii())
