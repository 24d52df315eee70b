"""A consent text as a file people can read, translate and hand on: TOML, one file a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studio.consent import refusals
from studio.consent.rules.checking import check_content
from studio.extension.toml import read_toml
from studio.kernel.text import LANGUAGES, N_, t

MOST = 200_000
"""Characters of a file; shipped ones have a tenth."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
HEAD = N_("A consent text of Linework. A sensible default and not legal advice: make it your own.")
ALWAYS = ("kind", "which", "needed")
"""Fields that say something even when they are empty."""


@dataclass(frozen=True)
class TextFile:
    """What one file holds."""

    key: str
    language: str
    content: dict[str, Any]


def read_file(text: str, name: str = "") -> TextFile:
    """The text in a TOML file. Raises TemplateIsIncomplete naming file, block and field."""
    if len(text) > MOST:
        raise _unreadable(name, t("more than {n} characters", n=MOST))
    try:
        found = read_toml(text)
    except ValueError as error:
        raise _unreadable(name, str(error)) from None
    key, language = found.pop("key", None), found.pop("language", None)
    if not is_key(key):
        raise _unreadable(name, t("“key” is missing or is no short name in small letters"), "key")
    if language not in LANGUAGES:
        raise _unreadable(name, t("“language” is not one of {languages}", languages=", ".join(LANGUAGES)), "language")
    return TextFile(str(key), str(language), check_content(found, name))


def is_key(key: object) -> bool:
    """Whether it can name a text."""
    return isinstance(key, str) and len(key) <= 60 and KEY.fullmatch(key) is not None


def write_file(key: str, language: str, content: Mapping[str, Any]) -> str:
    """The text as TOML, which `read_file` reads back as it was."""
    head = (f"# {t(HEAD)}", f"key = {_word(key)}", f"language = {_word(language)}")
    return "\n".join([*head, *_lines(content), ""])


def _lines(content: Mapping[str, Any]) -> Iterator[str]:
    for name, value in content.items():
        if name != "blocks":
            yield f"{name} = {_word(value)}"
    for block in content["blocks"]:
        yield from ("", "[[blocks]]")
        for name, value in block.items():
            if name in ALWAYS or value not in ("", [], None):
                yield f"{name} = {_word(value)}"


def _word(value: Any) -> str:
    """One value; lists of tables one a line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_word(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list | tuple) and any(isinstance(one, Mapping) for one in value):
        return "[\n" + "".join(f"  {_word(one)},\n" for one in value) + "]"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_word(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unreadable(name: str, why: str, field: str = "file") -> refusals.TemplateIsIncomplete:
    return refusals.TemplateIsIncomplete(field, troubles=f"{name}: {why}" if name else why)
