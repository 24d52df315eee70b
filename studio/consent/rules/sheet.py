"""The sheet: every word a client is shown in one language, and the digest of exactly these words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from studio.clients.consents import CONSENTS
from studio.clients.questions import GROUPS, QUESTIONS, questions_of
from studio.consent import refusals
from studio.kernel.text import speaking, t

WORDS = ("title", "for", "intro", "health_title", "health_text", "aftercare_title", "consents_title", "consents_text",
         "e_form", "sign_title", "intent", "intent_button")  # fmt: skip
LONGEST = 4000
MOST_CLAUSES = 40


def digest_of(data: Any) -> str:
    """SHA-256 over the one canonical spelling of it (RFC 8785)."""
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()


def text_digest(key: str, language: str, content: Mapping[str, Any]) -> str:
    """The digest a template row carries."""
    return digest_of({"key": key, "language": language, "content": content})


def make_sheet(key: str, edition: int, language: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """All that is shown: the template's text, the health questions and the separate consents in its language."""
    with speaking(language):
        return {
            "template": key,
            "edition": edition,
            "language": language,
            "content": dict(content),
            "groups": [_group(group) for group in GROUPS],
            "consents": [{"key": one.key, "title": t(one.title), "wording": t(one.wording)} for one in CONSENTS],
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


def clause_keys(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The clauses that want initials, in their order."""
    return tuple(clause["key"] for clause in content["clauses"])


def read_marks(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The parts that must have been shown to their end."""
    return ("intro", "health", *clause_keys(content), "aftercare", "consents", "sign")


def needed_answers() -> tuple[str, ...]:
    """Questions that want a yes or a no on the day."""
    return tuple(question.key for question in QUESTIONS if not question.optional)


def check_content(content: object) -> dict[str, Any]:
    """A template's text as it may be published. Raises TemplateIsIncomplete naming what is missing."""
    if not isinstance(content, Mapping) or set(content) - {*WORDS, "clauses", "aftercare", "least_age"}:
        raise refusals.TemplateIsIncomplete("content")
    for word in WORDS:
        if not _is_text(content.get(word)):
            raise refusals.TemplateIsIncomplete(word)
    if type(content.get("least_age")) is not int or not 0 <= content["least_age"] <= 120:
        raise refusals.TemplateIsIncomplete("least_age")
    _check_parts("clauses", content.get("clauses"), ("key", "title", "text"))
    _check_parts("aftercare", content.get("aftercare"), ("title", "text"))
    keys = clause_keys(content)
    if len(set(keys)) != len(keys) or not all(key.isidentifier() and len(key) <= 40 for key in keys):
        raise refusals.TemplateIsIncomplete("clauses")
    return dict(content)


def _check_parts(name: str, parts: object, words: tuple[str, ...]) -> None:
    if not isinstance(parts, list) or not 0 < len(parts) <= MOST_CLAUSES:
        raise refusals.TemplateIsIncomplete(name)
    for part in parts:
        if not isinstance(part, Mapping) or set(part) != set(words) or not all(_is_text(part[word]) for word in words):
            raise refusals.TemplateIsIncomplete(name)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST
