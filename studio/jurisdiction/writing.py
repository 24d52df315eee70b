"""A profile as a file people can read, edit and hand on: what `read_profile` reads back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from studio.jurisdiction.reading import plain_content
from studio.jurisdiction.schema import Profile
from studio.kernel.text import t

BARE = re.compile(r"[A-Za-z0-9_-]+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_profile(profile: Profile) -> str:
    """The profile as TOML, with the sentence every file begins with."""
    content = plain_content(profile)
    head = f"# {t('Not legal advice. Check every rule with whoever inspects your studio.')}\n"
    return head + "\n".join([*_lines(content), ""])


def _lines(content: Mapping[str, Any]) -> Iterator[str]:
    """Plain values first: what stands below a table's head belongs to it."""
    for name, value in content.items():
        if value != "" and (not isinstance(value, dict) or name == "name"):
            yield f"{_key(name)} = {_value(name, value)}"
    for name, value in content.items():
        if isinstance(value, dict) and name != "name":
            yield from _table(name, value)


def _table(name: str, content: Mapping[str, Any]) -> Iterator[str]:
    if name == "retention":
        for part, value in content.items():
            yield from _table(f"{name}.{_key(part)}", value)
        return
    yield from ("", f"[{name}]")
    for part, value in _in_order(content):
        yield f"{_key(part)} = {_value(part, value)}"


def _value(name: str, value: Any) -> str:
    """Inline; lists of statements one a line."""
    if name == "checked_on" and isinstance(value, str) and DAY.fullmatch(value):
        return value
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(part)} = {_value(part, one)}" for part, one in _in_order(value)) + " }"
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return "[\n" + "".join(f"  {_value('', one)},\n" for one in value) + "]"
    if isinstance(value, list):
        return "[" + ", ".join(_value("", one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _in_order(content: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The rule itself first, then what it rests on; an empty source says nothing."""
    found = [(name, value) for name, value in content.items() if value != ""]
    return sorted(found, key=lambda pair: pair[0] in ("basis", "source"))


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
