"""From the phone form's fields to what the studio takes."""

from __future__ import annotations

from typing import Any

from pages.forms import Typed
from studio.clients.consents import CONSENTS
from studio.clients.questions import GROUPS, Question, questions_of
from studio.clients.rules.health import complete_ticks

TICKED = ("on", "yes")
PLAIN = (
    "name",
    "preferred_name",
    "pronouns",
    "phone",
    "email",
    "address",
    "guardian_name",
    "guardian_relation",
    "guardian_phone",
    "emergency_name",
    "emergency_phone",
    "emergency_relation",
)


def payload_of(typed: Typed, language: str) -> dict[str, Any]:
    """The form as data. Without consent to keep them, health answers go no further than this function."""
    consents = {consent.key: typed.one(f"c.{consent.key}") in TICKED for consent in CONSENTS}
    health = answers_of(typed) if consents["health_data"] else {}
    dates = {f"{group}_date": iso_date(typed, group) for group in ("birth", "guardian_birth")}
    return {
        **{name: typed.one(name) for name in PLAIN},
        **dates,
        "language": language,
        "health": health,
        "consents": consents,
    }


def answers_of(typed: Typed) -> dict[str, Any]:
    """Health answers by question; a list that was used is answered with no where nothing was ticked."""
    asked = [
        (group, question) for group in GROUPS if group.when == "registration" for question in questions_of(group.key)
    ]
    given = {question.key: _answer(typed, question) for _, question in asked if typed.one(f"h.{question.key}")}
    return complete_ticks(given, [group.key for group in GROUPS if typed.one(f"none.{group.key}")])


def iso_date(typed: Typed, group: str) -> str:
    """`1990-02-03` from three fields, whatever was typed in them: the studio says when it is no date."""
    parts = [typed.one(f"{group}_{part}").strip() for part in ("year", "month", "day")]
    if not any(parts):
        return ""
    year, month, day = parts
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def _answer(typed: Typed, question: Question) -> dict[str, Any]:
    name = f"h.{question.key}"
    return {"answer": typed.one(name), "choices": typed.all.get(f"{name}.c", []), "detail": typed.one(f"{name}.d")}
