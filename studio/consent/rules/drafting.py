"""Drafts of consent texts: what may wait unfinished, what is still missing, and how two editions differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studio.consent import text_refusals as refusals
from studio.consent.rules.checking import KINDS, Trouble, read_content
from studio.consent.rules.sheet import blocks_of, shape_of
from studio.kernel.text import LANGUAGES, t

MOST = 400_000
"""Characters of a draft with all its languages."""
MOST_BLOCKS = 80
Contents = Mapping[str, Mapping[str, Any]]
START: dict[str, Any] = {
    "title": "", "for": "", "service_kinds": [], "minor": False, "profile": "", "least_age": 0, "e_form": "",
}  # fmt: skip
WORDS_OF = ("title", "text", "intent", "button", "detail")


@dataclass(frozen=True)
class Difference:
    """What became of one block, or of the text itself (`kind` is empty): added, removed, moved or changed."""

    what: str
    kind: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


def clean_draft(contents: object) -> dict[str, dict[str, Any]]:
    """Something the designer can draw, complete or not. Raises DraftIsUnclear."""
    if not isinstance(contents, Mapping) or not contents or set(contents) - set(LANGUAGES):
        raise refusals.DraftIsUnclear
    try:
        written = json.dumps(contents, ensure_ascii=False, allow_nan=False)
        written.encode()
    except (TypeError, ValueError, RecursionError):
        raise refusals.DraftIsUnclear from None
    if len(written) > MOST:
        raise refusals.DraftIsUnclear
    plain: dict[str, dict[str, Any]] = json.loads(written)
    if not all(_can_be_drawn(content) for content in plain.values()):
        raise refusals.DraftIsUnclear
    return plain


def _can_be_drawn(content: object) -> bool:
    if not isinstance(content, dict) or not isinstance(content.get("title", ""), str):
        return False
    blocks = content.get("blocks")
    drawn = isinstance(blocks, list) and len(blocks) <= MOST_BLOCKS
    return drawn and all(isinstance(one, dict) and one.get("kind") in KINDS for one in blocks or ())


def troubles_of(contents: Contents) -> dict[str, list[Trouble]]:
    """Language → what stands against publishing it; a language that has other blocks than the first says so."""
    found = {language: read_content(content)[1] for language, content in contents.items()}
    whole = [language for language, troubles in found.items() if not troubles]
    first = next(iter(contents.values()))
    for language in whole:
        if shape_of(read_content(contents[language])[0]) != shape_of(read_content(first)[0] or first):
            found[language] = [Trouble(("blocks",), "", t("Every language needs the same blocks."))]
    return {language: troubles for language, troubles in found.items() if troubles}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What is otherwise in the second text, in the order it is read."""
    return tuple(_between(before, after))


def _between(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for field in START:
        if before.get(field) != after.get(field):
            yield Difference("changed", "", "", field, _said(before.get(field)), _said(after.get(field)))
    old = {_name(block): block for block in blocks_of(before)}
    new = {_name(block): block for block in blocks_of(after)}
    moved = _moved([name for name in old if name in new], [name for name in new if name in old])
    for name, block in new.items():
        if name not in old:
            yield Difference("added", block["kind"], _title(block), after=_said(block.get("text", "")))
            continue
        if name in moved:
            yield Difference("moved", block["kind"], _title(block))
        for field in sorted({*old[name], *block} - {"kind", "key"}):
            was, now = old[name].get(field), block.get(field)
            if was != now:
                yield Difference("changed", block["kind"], _title(block), field, _said(was), _said(now))
    for name, block in old.items():
        if name not in new:
            yield Difference("removed", block["kind"], _title(block), before=_said(block.get("text", "")))


def _moved(before: list[str], after: list[str]) -> set[str]:
    """Those that were taken out of the order: the fewest that explain it, one by one."""
    moved: set[str] = set()
    one, two = list(before), list(after)
    while one != two:
        at = next(place for place, (was, now) in enumerate(zip(one, two, strict=True)) if was != now)
        name = one[at] if two.index(one[at]) - at >= one.index(two[at]) - at else two[at]
        moved.add(name)
        one.remove(name)
        two.remove(name)
    return moved


def _name(block: Mapping[str, Any]) -> str:
    return str(block.get("key") or block["kind"]) + str(block.get("who", ""))


def _title(block: Mapping[str, Any]) -> str:
    return str(block.get("title") or block.get("text") or "")[:80]


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return ": ".join(str(one) for one in value.values() if one)
    if isinstance(value, list | tuple):
        return "\n".join(_said(one) for one in value)
    return "" if value is None else str(value)
