"""A paper's languages beside one another: which stand first, and what a form holds of each."""

from __future__ import annotations

from typing import Any

from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, nearest


def languages() -> list[tuple[str, str]]:
    """Every language, the studio's own first."""
    own = nearest(house().settings["studio.locale"])
    return sorted(LANGUAGES.items(), key=lambda one: one[0] != own)


def by_language(values: dict[str, Any]) -> dict[str, dict[str, str]]:
    """What a form holds, language by language; its fields are called `en.title` and so on."""
    found: dict[str, dict[str, str]] = {tag: {} for tag in LANGUAGES}
    for name, value in values.items():
        tag, _, field = name.rpartition(".")
        if tag in found:
            found[tag][field] = str(value or "")
    return found
