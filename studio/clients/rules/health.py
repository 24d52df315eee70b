"""From health answers to the light the desk sees, and to what an artist should look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from studio.clients import refusals
from studio.clients.questions import BY_KEY, GROUPS, QUESTIONS, Level, Question, level_of, questions_of
from studio.clients.rules.cleaning import clean_text
from studio.kernel.refusal import Invalid, Refusal

Light = Literal["red", "amber", "incomplete", "green", "unknown"]
WORDS = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}


@dataclass(frozen=True)
class Answer:
    """A cleaned answer to one question."""

    question: str
    answer: bool
    choices: tuple[str, ...] = ()
    detail: str = ""

    @property
    def level(self) -> Level:
        return level_of(BY_KEY[self.question], self.choices)


def health_light(answers: Iterable[tuple[str, bool, str]]) -> Light:
    """The light of (question, answer, level): red for a yes that blocks, amber for one that warns.

    Without either it is green only when all that registration asks was answered, optional questions aside; incomplete
    when some are open, unknown when nothing was asked.
    """
    known = list(answers)
    levels = {level for _, answer, level in known if answer}
    if "block" in levels:
        return "red"
    if "warn" in levels:
        return "amber"
    if not known:
        return "unknown"
    left = unanswered(question for question, _, _ in known)
    return "green" if all(question.optional for question in left) else "incomplete"


def light_of(answers: Iterable[Answer]) -> Light:
    """The light of cleaned answers."""
    return health_light((answer.question, answer.answer, answer.level) for answer in answers)


def unanswered(answered: Iterable[str]) -> tuple[Question, ...]:
    """What registration asks and nobody has answered: no flag is not the same as no."""
    known = set(answered)
    asked = [group.key for group in GROUPS if group.when == "registration"]
    return tuple(question for question in QUESTIONS if question.group in asked and question.key not in known)


def clean_answers(raw: object) -> tuple[Answer, ...]:
    """Answers from `{question: true}` or `{question: {"answer": "yes", "choices": […], "detail": "…"}}`.

    Raises Invalid naming each question as `health.<question>`; a detail beside a no is dropped.
    """
    if not isinstance(raw, Mapping | None):
        raise refusals.AnswerIsUnclear("health")
    given = raw or {}
    problems: dict[str, Refusal] = {
        f"health.{str(key)[:40]}": refusals.UnknownQuestion() for key in given if key not in BY_KEY
    }
    cleaned: list[Answer] = []
    for question in QUESTIONS:
        try:
            cleaned += _clean(question, given.get(question.key))
        except Refusal as refusal:
            problems[f"health.{question.key}"] = refusal
    if problems:
        raise Invalid(problems)
    return tuple(cleaned)


def complete_ticks(raw: Mapping[str, Any], nothing: Iterable[str]) -> dict[str, Any]:
    """Answer no to what was left unticked in every list that was used or marked "none of these"."""
    answered = dict(raw)
    empty = set(nothing)
    for group in GROUPS:
        keys = [question.key for question in questions_of(group.key)]
        if group.style == "tick" and (group.key in empty or any(key in raw for key in keys)):
            answered = {**dict.fromkeys(keys, False), **answered}
    return answered


def _clean(question: Question, raw: object) -> list[Answer]:
    told = raw if isinstance(raw, Mapping) else {"answer": raw}
    answer = _yes_or_no(told.get("answer"))
    if answer is None:
        return []
    if not answer:
        return [Answer(question.key, False)]
    return [Answer(question.key, True, _choices(question, told.get("choices")), clean_text(told.get("detail"), 500))]


def _yes_or_no(value: object) -> bool | None:
    if value is None or value == "" or isinstance(value, bool):
        return value if isinstance(value, bool) else None
    if not isinstance(value, str) or value.lower() not in WORDS:
        raise refusals.AnswerIsUnclear
    return WORDS[value.lower()]


def _choices(question: Question, raw: object) -> tuple[str, ...]:
    ticked = [raw] if isinstance(raw, str) else raw or []
    known = [choice.key for choice in question.choices]
    if not isinstance(ticked, list | tuple) or any(key not in known for key in ticked):
        raise refusals.UnknownChoice
    return tuple(key for key in known if key in ticked)
