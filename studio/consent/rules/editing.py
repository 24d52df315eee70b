"""Changing a draft: each step gives a new draft in which all languages have the same blocks in the same order."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from studio.consent.rules.checking import ONCE
from studio.consent.rules.drafting import START
from studio.consent.rules.sheet import WORDS
from studio.consent.templates import TATTOO_ADULT, shipped

Draft = dict[str, dict[str, Any]]
FRESH: dict[str, dict[str, Any]] = {
    "text": {"title": "", "text": ""},
    "clause": {"title": "", "text": ""},
    "health": {"title": "", "text": ""},
    "question": {"text": "", "answer": "yes_no", "detail": "", "level": "info", "needed": True, "choices": []},
    "photo": {"title": "", "text": "", "needed": False},
    "body_map": {"title": "", "text": "", "needed": True},
    "consents": {"title": "", "text": "", "which": ["health_data"], "needed": ["health_data"]},
    "aftercare": {"title": "", "parts": [{"title": "", "text": ""}]},
    "signature": {"who": "client", "title": "", "intent": "", "button": ""},
}
"""What a new block begins with; those Linework ships have its words already."""
LIKE = {**dict.fromkeys(("body_map", *ONCE), TATTOO_ADULT), "signature": "minor-guardian"}


def name_of(block: Mapping[str, Any]) -> str:
    """What a block is called in every language: its key, or its kind where there is one only."""
    return str(block.get("key") or block["kind"]) + str(block.get("who", ""))


def aligned(contents: Mapping[str, Mapping[str, Any]], main: str) -> Draft:
    """All languages with the blocks of all, in the order of `main`; what one lacks is there without words."""
    draft: Draft = {language: copy.deepcopy(dict(content)) for language, content in contents.items()}
    order = list(draft[main]["blocks"])
    for content in draft.values():
        known = {name_of(block) for block in order}
        order[-1:-1] = [emptied(block) for block in content["blocks"] if name_of(block) not in known]
    for language, content in draft.items():
        own = {name_of(block): block for block in content["blocks"]}
        content["blocks"] = [_alike(block, own.get(name_of(block)), language == main) for block in order]
        content |= {field: draft[main].get(field, value) for field, value in START.items() if field not in WORDS}
    return draft


def _alike(block: Mapping[str, Any], own: Mapping[str, Any] | None, is_main: bool) -> dict[str, Any]:
    """The block as this language has it, else without words."""
    return copy.deepcopy(dict(own)) if own is not None else dict(block) if is_main else emptied(block)


def emptied(value: Any) -> Any:
    """The same without its words."""
    if isinstance(value, Mapping):
        return {name: "" if name in WORDS else emptied(one) for name, one in value.items()}
    return [emptied(one) for one in value] if isinstance(value, list) else value


def add(draft: Draft, at: int, kind: str, who: str = "client") -> Draft:
    """A new block of this kind at a place, with Linework's own words where it has some."""
    key = "" if kind in (*ONCE, "signature") else free_key(draft, kind)
    made = {}
    for language, content in draft.items():
        block = _ours(language, kind, who) or {"kind": kind, **copy.deepcopy(FRESH[kind])}
        block |= {"key": key} if key else {}
        block |= {"who": who} if kind == "signature" else {}
        made[language] = {**content, "blocks": [*content["blocks"][:at], block, *content["blocks"][at:]]}
    return made


def _ours(language: str, kind: str, who: str) -> dict[str, Any] | None:
    blocks = shipped().get(LIKE.get(kind, ""), {}).get(language, {}).get("blocks", ())
    return next((dict(one) for one in blocks if one["kind"] == kind and one.get("who", who) == who), None)


def free_key(draft: Draft, kind: str) -> str:
    """A key no block has yet."""
    taken = {block.get("key") for content in draft.values() for block in content["blocks"]}
    return next(key for number in range(1, 999) if (key := f"{kind}_{number}") not in taken)


def duplicate(draft: Draft, at: int) -> Draft:
    """The block once more below itself, with a key of its own."""
    key = free_key(draft, next(iter(draft.values()))["blocks"][at]["kind"])
    return {
        language: {**content, "blocks": [*content["blocks"][: at + 1], {**content["blocks"][at], "key": key},
                                         *content["blocks"][at + 1 :]]}
        for language, content in draft.items()
    }  # fmt: skip


def remove(draft: Draft, at: int) -> Draft:
    """Without the block; questions that hung on it are asked always."""
    gone = next(iter(draft.values()))["blocks"][at].get("key")
    return {
        language: {**content, "blocks": [_freed(one, gone) for n, one in enumerate(content["blocks"]) if n != at]}
        for language, content in draft.items()
    }


def _freed(block: dict[str, Any], gone: str | None) -> dict[str, Any]:
    when = block.get("when")
    return {**block, "when": None} if gone and when and when.get("question") == gone else block


def move(draft: Draft, at: int, to: int) -> Draft:
    """The block at another place."""
    made = {}
    for language, content in draft.items():
        blocks = list(content["blocks"])
        blocks.insert(max(0, min(to, len(blocks) - 1)), blocks.pop(at))
        made[language] = {**content, "blocks": blocks}
    return made


def change(draft: Draft, at: int | None, words: Mapping[str, Mapping[str, Any]], shared: Mapping[str, Any]) -> Draft:
    """Other words by language, and what is the same in all; `at` None means the text itself."""
    made: Draft = {}
    for language, content in draft.items():
        told = {**shared, **words.get(language, {})}
        if at is None:
            made[language] = {**content, **told}
            continue
        blocks = list(content["blocks"])
        blocks[at] = {**blocks[at], **told}
        made[language] = {**content, "blocks": blocks}
    return made


def add_language(draft: Draft, language: str) -> Draft:
    """The same blocks in one language more, still without words."""
    return {**draft, language: emptied(copy.deepcopy(next(iter(draft.values()))))}


def drop_language(draft: Draft, language: str) -> Draft:
    """Without one language; the last one stays."""
    kept = {tag: content for tag, content in draft.items() if tag != language}
    return kept or draft
