"""What has changed in a client's health answers from one signing to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.clients.questions import BY_KEY, QUESTIONS
from studio.kernel.text import t


@dataclass(frozen=True)
class AnswerChange:
    """One question answered otherwise, or for the first time (`before` is None)."""

    question: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def flag(self) -> str:
        """What staff call the question."""
        return t(BY_KEY[self.question].flag)


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[AnswerChange, ...]:
    """Question → answer as packets keep them; a first no is no news, in the order questions are asked."""
    found = []
    for question in QUESTIONS:
        was, now = before.get(question.key), after.get(question.key)
        if _said(was) != _said(now):
            found.append(AnswerChange(question.key, was, now))
    return tuple(found)


def _said(answer: Mapping[str, Any] | None) -> tuple[bool, tuple[str, ...], str]:
    if not answer or not answer["answer"]:
        return False, (), ""
    return True, tuple(answer["choices"]), answer["detail"]
