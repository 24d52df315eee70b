"""The sheet: every word a client is shown in one language, and the digest of exactly these words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from studio.clients.consents import CONSENTS
from studio.clients.questions import GROUPS, QUESTIONS, questions_of
from studio.consent.rules.earlier import as_blocks
from studio.kernel.text import speaking, t

WORDS = ("title", "for", "text", "e_form", "intent", "button", "detail")
"""Fields that differ between languages; all else is the same in each."""
Block = Mapping[str, Any]


def digest_of(data: Any) -> str:
    """SHA-256 over the one canonical spelling of it (RFC 8785)."""
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()


def text_digest(key: str, language: str, content: Mapping[str, Any]) -> str:
    """The digest a template row carries."""
    return digest_of({"key": key, "language": language, "content": content})


def make_sheet(key: str, edition: int, language: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """All that is shown: the template's text, and what it asks of health and separate consents in its language."""
    asked = (block_of(content, "consents") or {}).get("which", ())
    with speaking(language):
        return {
            "template": key,
            "edition": edition,
            "language": language,
            "content": dict(content),
            "groups": [_group(group) for group in GROUPS] if block_of(content, "health") else [],
            "consents": [
                {"key": one.key, "title": t(one.title), "wording": t(one.wording)}
                for one in CONSENTS
                if one.key in asked
            ],
        }


def _group(group: Any) -> dict[str, Any]:
    questions = [
        {
            "key": question.key,
            "level": question.level,
            "text": t(question.text),
            "detail": t(question.detail),
            "hint": t(question.hint),
            "choices": [{"key": choice.key, "text": t(choice.text)} for choice in question.choices],
        }
        for question in questions_of(group.key)
    ]
    none = t(group.none) if group.style == "tick" else ""
    return {"key": group.key, "title": t(group.title), "style": group.style, "none": none, "questions": questions}


def blocks_of(content: Mapping[str, Any], kind: str = "") -> list[dict[str, Any]]:
    """The blocks in their order, of one kind where it is named; also of what was signed before there were blocks."""
    return [block for block in as_blocks(content)["blocks"] if kind in ("", block["kind"])]


def block_of(content: Mapping[str, Any], kind: str) -> dict[str, Any] | None:
    """The one block of this kind, if the text has it."""
    return next(iter(blocks_of(content, kind)), None)


def signature_of(content: Mapping[str, Any], who: str = "client") -> dict[str, Any] | None:
    """What somebody signs: title, sentence, words on the button."""
    return next((block for block in blocks_of(content, "signature") if block["who"] == who), None)


def clause_keys(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The clauses that want initials, in their order."""
    return tuple(clause["key"] for clause in blocks_of(content, "clause"))


def mark_of(block: Block) -> str:
    """What a page sends in `read` once a block was shown to its end."""
    if block["kind"] == "signature":
        return "sign" if block["who"] == "client" else "sign_guardian"
    return str(block.get("key") or block["kind"])


def read_marks(content: Mapping[str, Any], who: str = "client") -> tuple[str, ...]:
    """The parts that must have been shown to their end to whoever signs."""
    return tuple(mark_of(one) for one in blocks_of(content) if one["kind"] != "signature" or one["who"] == who)


def needed_answers(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Standing questions that want a yes or a no on the day."""
    asked = block_of(content, "health") is not None
    return tuple(question.key for question in QUESTIONS if asked and not question.optional)


def needed_consents(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Separate consents without which nobody can sign."""
    return tuple((block_of(content, "consents") or {}).get("needed", ()))


def shape_of(value: Any) -> Any:
    """What is the same in every language: the blocks with their keys, kinds and rules, and none of their words."""
    if isinstance(value, Mapping):
        return {name: shape_of(one) for name, one in value.items() if name not in WORDS}
    if isinstance(value, list | tuple):
        return [shape_of(one) for one in value]
    return value
