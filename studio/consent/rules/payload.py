"""What a client sends when they sign: every part checked, every problem named by its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from studio.clients.refusals import HealthConsentIsMissing
from studio.clients.rules.forms import clean_consents
from studio.clients.rules.health import Answer, clean_answers
from studio.consent import refusals
from studio.consent.rules.asking import clean_photos, clean_places, clean_questions, stopping
from studio.consent.rules.sheet import block_of, clause_keys, needed_answers, needed_consents, read_marks
from studio.extension import strokes
from studio.extension.strokes import INITIALS, MOST_POINTS, SIGNATURE, clean_pad, count_points
from studio.kernel.refusal import Invalid, Refusal

FIELDS = {"payload_id", "digest", "language", "read", "initials", "health", "questions", "places", "photos",
          "consents", "e_form", "intent", "signature", "clock", "papers"}  # fmt: skip
YES = (True, "yes", "on", "true", "1")
LONGEST_PAPERS = 2000
CLOCK_AGREES = 120.0
"""Seconds two clocks may differ and still agree."""


@dataclass(frozen=True)
class Given:
    """All a client gave, clean."""

    answers: tuple[Answer, ...]
    questions: dict[str, dict[str, Any]]
    places: dict[str, list[str]]
    photos: dict[str, dict[str, Any]]
    consents: dict[str, bool]
    initials: dict[str, dict[str, Any]]
    signature: dict[str, Any]
    read: tuple[str, ...]
    clock: str
    papers: str = ""
    """Which papers of the studio the page linked to, in the page's own words."""

    def plain(self) -> dict[str, Any]:
        """As it is kept for ever."""
        answers = {
            one.question: {
                "answer": one.answer,
                "choices": list(one.choices),
                "detail": one.detail,
                "level": one.level,
            }
            for one in self.answers
        }
        return {
            "answers": answers,
            "questions": self.questions,
            "places": self.places,
            "photos": self.photos,
            "consents": self.consents,
            "initials": self.initials,
            "signature": self.signature,
            "read": list(self.read),
            "e_form": True,
            "intent": True,
        }


def read_payload(payload: object, content: Mapping[str, Any]) -> Given:
    """What was given, for a text with this content. Raises Invalid with every problem by its field."""
    if not isinstance(payload, Mapping) or set(payload) - FIELDS:
        raise refusals.FormIsUnclear
    initials = payload.get("initials")
    pads = [payload.get("signature"), *(initials.values() if isinstance(initials, Mapping) else ())]
    if count_points(pads) > MOST_POINTS:
        raise Invalid({"signature": strokes.TooMuchInk()})
    problems: dict[str, Refusal] = {}
    given = Given(
        _take(problems, "health", lambda: _answers(payload.get("health"), content), ()),
        clean_questions(payload.get("questions"), content, problems),
        clean_places(payload.get("places"), content, problems),
        clean_photos(payload.get("photos"), content, problems),
        _take(problems, "consents", lambda: clean_consents(payload.get("consents")), {}),
        _initials(problems, initials, clause_keys(content)),
        _take(problems, "signature", lambda: clean_pad(payload.get("signature"), SIGNATURE), {}),
        _read(problems, payload.get("read"), read_marks(content)),
        clock_of(payload.get("clock")),
        papers_of(payload.get("papers")),
    )
    for key in stopping(given.questions):
        problems[f"questions.{key}"] = refusals.AnswerStops()
    for key in needed_consents(content):
        if not given.consents.get(key):
            problems.setdefault(f"consents.{key}", HealthConsentIsMissing())
    if payload.get("e_form") not in YES:
        problems["e_form"] = refusals.ScreenConsentIsMissing()
    if payload.get("intent") not in YES:
        problems["intent"] = refusals.IntentIsMissing()
    if problems:
        raise Invalid(problems)
    return given


def papers_of(value: object) -> str:
    """What a page says it linked to; what is no such thing says nothing."""
    return value if isinstance(value, str) and len(value) <= LONGEST_PAPERS else ""


def clock_of(value: object) -> str:
    """The client's own clock as ISO text with its zone; empty when it told none that can be read."""
    if not isinstance(value, str) or len(value) > 40:
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return moment.isoformat() if moment.tzinfo else ""


def clock_state(client_clock: str, now: datetime, last_entry: datetime | None) -> dict[str, Any]:
    """How far the clocks can be believed: the client's against ours, ours against the journal."""
    offset = round((datetime.fromisoformat(client_clock) - now).total_seconds(), 3) if client_clock else None
    state = "untold" if offset is None else "agrees" if abs(offset) <= CLOCK_AGREES else "differs"
    if last_entry is not None and now < last_entry:
        state = "set back"
    return {"client": client_clock, "offset_seconds": offset, "state": state}


def _answers(raw: object, content: Mapping[str, Any]) -> tuple[Answer, ...]:
    if block_of(content, "health") is None:
        return ()
    answers = clean_answers(raw)
    known = {one.question: one for one in answers}
    problems: dict[str, Refusal] = {
        f"health.{key}": refusals.AnswerIsMissing() for key in needed_answers(content) if key not in known
    }
    for one in answers:
        if one.answer and one.level == "block":
            sober = one.question == "intoxicated"
            problems[f"health.{one.question}"] = refusals.SoberIsNeeded() if sober else refusals.AnswerStops()
    if problems:
        raise Invalid(problems)
    return answers


def _initials(problems: dict[str, Refusal], raw: object, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    drawn: Mapping[Any, Any] = raw if isinstance(raw, Mapping) else {}
    for key in drawn:
        if key not in keys:
            problems[f"initials.{str(key)[:40]}"] = refusals.UnknownClause()
    clean = {}
    for key in keys:
        if key not in drawn:
            problems[f"initials.{key}"] = refusals.InitialsAreMissing()
            continue
        clean[key] = _take(problems, f"initials.{key}", partial(clean_pad, drawn[key], INITIALS), {})
    return clean


def _read(problems: dict[str, Refusal], raw: object, marks: Sequence[str]) -> tuple[str, ...]:
    told = raw if isinstance(raw, list | tuple) else ()
    for mark in marks:
        if mark not in told:
            problems[f"read.{mark}"] = refusals.NotReadToTheEnd()
    return tuple(marks)


def _take(problems: dict[str, Refusal], field: str, clean: Callable[[], Any], otherwise: Any) -> Any:
    try:
        return clean()
    except Invalid as invalid:
        problems.update(invalid.problems)
    except Refusal as refusal:
        problems[refusal.field or field] = refusal
    return otherwise
