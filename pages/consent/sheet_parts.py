"""What a client signed, as staff read it: answers that matter first, consents, clauses with their initials, the ink."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from nicegui import ui

from components.app.marks import Kind, health_light, status_mark
from components.app.moments import when
from components.app.text import text
from components.signature import strokes_svg
from pages.consent.asked_parts import draw_asked
from pages.consent.designer_words import service_word
from pages.consent.seen import day_text
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.questions import BY_KEY as QUESTIONS
from studio.consent.evidence import linked_papers, rules_told
from studio.consent.rules.changes import AnswerChange
from studio.consent.rules.sheet import blocks_of
from studio.kernel.text import LANGUAGES, nt, t

LEVELS: dict[str, Kind] = {"block": "stop", "warn": "flag", "info": "info"}
Body = Mapping[str, Any]


def draw_signed(body: Body, light: str, changes: Sequence[AnswerChange] = ()) -> None:
    """The whole signed part."""
    _who(body)
    _health(body, light, changes)
    draw_asked(body)
    _consents(body)
    _clauses(body)
    with ui.element("div").classes("signed-ink"):
        strokes_svg(body["signature"], label=t("Signature of {name}", name=body["client"]["name"]))
    text(f"{body['client']['name']} · {when(datetime.fromisoformat(body['times']['utc']))}", "second small", "p")


def _who(body: Body) -> None:
    client, shown = body["client"], body["sheet"]
    place = body["place"]
    where = {"tablet": place["device"], "desk": t("this computer"), "phone": t("their own phone")}[place["kind"]]
    facts = (
        (t("Name"), client["name"]),
        (
            t("Birth date"),
            f"{day_text(client['birth_date'])} ({nt('{n} year', '{n} years', client['age'])})",
        ),
        *_session(body),
        (t("Text"), t("{title}, edition {n}", title=shown["content"]["title"], n=shown["edition"])),
        (t("Language"), LANGUAGES.get(shown["language"], shown["language"])),
        (t("Signed on"), where),
        (t("Papers that were linked"), linked_papers(body)),
        (t("Country's rules"), rules_told(body)),
    )
    with ui.element("dl").classes("facts"):
        for label, words in facts:
            if words:
                text(label, "", "dt")
                text(words, "", "dd")


def _session(body: Body) -> tuple[tuple[str, str], ...]:
    """What is done, in whose words, and when; consents of earlier days know less of it."""
    session = body.get("session") or {}
    service = session.get("service_name") or service_word(session.get("kind", ""))
    return (
        (t("What is done"), body.get("about", "")),
        (t("Service"), service),
        (t("Day of the session"), day_text(session.get("on"))),
    )


def _health(body: Body, light: str, changes: Sequence[AnswerChange]) -> None:
    with ui.element("div").classes("line apart"):
        text(t("Health"), "", "h2")
        health_light(light)
    told = [(key, one) for key, one in body["answers"].items() if one["answer"]]
    with ui.element("div").classes("stack signed-marks"):
        for key, one in sorted(told, key=lambda pair: list(LEVELS).index(pair[1]["level"])):
            status_mark(LEVELS[one["level"]], answer_words(key, one)).classes("long")
        clear = len(body["answers"]) - len(told)
        text(nt("{n} question answered with no", "{n} questions answered with no", clear), "second small", "p")
        for change in changes:
            status_mark("info", change_words(change)).classes("long")


def answer_words(key: str, one: Mapping[str, Any]) -> str:
    """Allergy: Latex, Nickel."""
    question = QUESTIONS[key]
    chips = [t(choice.text) for choice in question.choices if choice.key in one["choices"]]
    words = ", ".join([*chips, *([one["detail"]] if one["detail"] else [])])
    return f"{t(question.flag)}: {words}" if words else t(question.flag)


def change_words(change: AnswerChange) -> str:
    """What is otherwise than at the signing before."""
    if change.after is None or not change.after["answer"]:
        return t("No longer: {what}", what=change.flag())
    if change.before is None or not change.before["answer"]:
        return t("New: {what}", what=answer_words(change.question, change.after))
    return t("Changed: {what}", what=answer_words(change.question, change.after))


def _consents(body: Body) -> None:
    text(t("Consents"), "", "h2")
    with ui.element("div").classes("stack signed-marks"):
        for key, given in body["consents"].items():
            title = t(CONSENTS[key].title) if key in CONSENTS else key
            status_mark("ok" if given else "none", title if given else t("{what}: no", what=title))


def _clauses(body: Body) -> None:
    text(t("Clauses"), "", "h2")
    with ui.element("ol").classes("signed-clauses"):
        for clause in blocks_of(body["sheet"]["content"], "clause"):
            with ui.element("li"):
                text(clause["title"], "grow cut")
                strokes_svg(body["initials"].get(clause["key"]), label=t("initialled"))
