"""A paper's text: a title, an introduction and a body of plain lines, in which `# ` begins a part and `- ` a point."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, Literal

import rfc8785

from studio.clients.rules.cleaning import clean_text
from studio.documents.papers import refusals
from studio.kernel.text import LANGUAGES

FIELDS = ("title", "lead", "body")
TITLE, LEAD, BODY = 120, 600, 20_000
MOST = {"title": TITLE, "lead": LEAD, "body": BODY}
GAP = re.compile(r"\{[^{}\n]{1,40}\}")
Content = Mapping[str, str]
Kind = Literal["heading", "text", "points"]


@dataclass(frozen=True)
class Part:
    """A piece of the body: a heading, a paragraph, or points."""

    kind: Kind
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A line of a difference: there before, there now, or both."""

    sign: Literal["same", "gone", "new"]
    text: str


def clean_contents(raw: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Language → title, introduction and body; a language with nothing in it is left out."""
    if not isinstance(raw, Mapping) or not set(raw) <= set(LANGUAGES):
        raise refusals.PaperIsUnclear
    cleaned = {language: _cleaned(language, content) for language, content in raw.items()}
    return {language: content for language, content in cleaned.items() if any(content.values())}


def check_whole(contents: Mapping[str, Content]) -> None:
    """Refuse what cannot be read as it stands: a title without text, or a gap nobody filled in."""
    for language, content in contents.items():
        if not content["title"]:
            raise refusals.PaperNeedsTitle(f"{language}.title")
        if not content["body"]:
            raise refusals.PaperNeedsText(f"{language}.body")
        for field in FIELDS:
            if gap := GAP.search(content[field]):
                raise refusals.PaperHasGaps(f"{language}.{field}", gap=gap[0])


def parts_of(body: str) -> tuple[Part, ...]:
    """The body, piece by piece: lines that follow each other belong together."""
    found: list[Part] = []
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        for kind, group in groupby(lines, _kind_of):
            told = tuple(line if kind == "text" else line[2:].strip() for line in group)
            found += [Part(kind, (line,)) for line in told] if kind == "heading" else []
            found += [Part(kind, (" ".join(told),) if kind == "text" else told)] if kind != "heading" else []
    return tuple(found)


def plain_text(body: str) -> str:
    """The body for a letter: no signs but dashes before points."""
    return "\n\n".join(
        "\n".join(f"– {line}" for line in part.lines) if part.kind == "points" else part.lines[0]
        for part in parts_of(body)
    )


def _kind_of(line: str) -> Kind:
    return "heading" if line.startswith("# ") else "points" if line.startswith("- ") else "text"


def digest_of(key: str, language: str, content: Content) -> str:
    """SHA-256 of all a reader was shown."""
    return hashlib.sha256(rfc8785.dumps([key, language, *(content[field] for field in FIELDS)])).hexdigest()


def steps_between(before: Content | None, after: Content | None) -> tuple[Step, ...]:
    """What changed, line by line; what stayed is told as well."""
    old, new = _lines(before), _lines(after)
    told: list[Step] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        told += [Step("same", line) for line in old[a:b]] if tag == "equal" else []
        if tag != "equal":
            told += [Step("gone", line) for line in old[a:b]] + [Step("new", line) for line in new[c:d]]
    return tuple(told)


def _lines(content: Content | None) -> list[str]:
    if content is None:
        return []
    return [line for field in FIELDS for line in content[field].splitlines() if line.strip()]


def _cleaned(language: str, content: Any) -> dict[str, str]:
    if not isinstance(content, Mapping) or not set(content) <= set(FIELDS):
        raise refusals.PaperIsUnclear(language)
    cleaned = {}
    for field in FIELDS:
        text = content.get(field, "")
        if not isinstance(text, str):
            raise refusals.PaperIsUnclear(f"{language}.{field}")
        if len(text) > MOST[field]:
            raise refusals.PaperIsTooLong(f"{language}.{field}", most=MOST[field])
        cleaned[field] = clean_text(text, MOST[field], lines=field != "title")
    return cleaned
