"""What a guest sent, part by part, as staff may read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nicegui import ui

from components.app.marks import Kind, health_light, status_mark
from components.app.text import text
from pages.clients.showing import LABELS, PHONES, contact_text
from studio.clients.consents import CONSENTS
from studio.clients.queries import RegistrationView
from studio.clients.questions import BY_KEY
from studio.clients.rules.health import Answer, unanswered
from studio.clients.rules.phones import is_whole
from studio.kernel.text import N_, nt, t

PARTS = (
    (N_("Identity and contact"), ("name", "preferred_name", "pronouns", "birth_date", "phone", "email", "address")),
    (N_("Parent or guardian"), ("guardian_name", "guardian_relation", "guardian_phone", "guardian_birth_date")),
    (N_("In an emergency"), ("emergency_name", "emergency_relation", "emergency_phone")),
)
LEVELS: dict[str, Kind] = {"block": "stop", "warn": "warn", "info": "info"}


def draw_form_parts(view: RegistrationView) -> None:
    """The whole form; empty parts are left out."""
    for title, fields in PARTS:
        hidden = view.contact_hidden
        told = [(t(LABELS[field]), contact_text(field, view.details.get(field), hidden=hidden)) for field in fields]
        doubted = {t(LABELS[field]) for field in PHONES if not hidden and not is_whole(view.details.get(field) or "")}
        draw_part(t(title), [(label, words) for label, words in told if words], doubted)
    draw_health(view)
    draw_consents(view)


def draw_part(title: str, told: Sequence[tuple[str, str]], doubted: Collection[str] = ()) -> None:
    """Labels and values, as on paper; beside a doubted phone number what to ask."""
    if not told:
        return
    with ui.element("div").classes("form-part"):
        text(title, "", "h2")
        with ui.element("dl").classes("facts"):
            for label, words in told:
                text(label, "", "dt")
                with ui.element("dd").classes("line wrap" if label in doubted else ""):
                    text(words)
                    if label in doubted:
                        status_mark("info", t("Incomplete, or from abroad?"))


def draw_health(view: RegistrationView) -> None:
    """Each yes in words for those who may read them, the light alone for the others."""
    with ui.element("div").classes("form-part"):
        with ui.element("div").classes("line apart"):
            text(t("Health"), "", "h2")
            health_light(view.row.health_light)
        if view.answers is None:
            if view.row.health_light != "unknown":
                text(
                    t("The answers are for artists and managers. They are kept when you accept the form."),
                    "second small",
                    "p",
                )
            return
        for answer in sorted(
            (one for one in view.answers if one.answer), key=lambda one: list(LEVELS).index(one.level)
        ):
            status_mark(LEVELS[answer.level], flag_words(answer)).classes("long")
        clear = sum(not one.answer for one in view.answers)
        if clear:
            text(nt("{n} question answered with no", "{n} questions answered with no", clear), "second small", "p")
        left = len(unanswered(one.question for one in view.answers))
        if view.answers and left:
            text(nt("{n} question not answered", "{n} questions not answered", left), "second small", "p")


def draw_consents(view: RegistrationView) -> None:
    """Every consent, ticked or not."""
    with ui.element("div").classes("form-part"):
        text(t("Consents"), "", "h2")
        for consent in CONSENTS:
            given = view.consents.get(consent.key, False)
            status_mark(
                "ok" if given else "none", t(consent.title) if given else t("{what}: no", what=t(consent.title))
            )


def flag_words(answer: Answer) -> str:
    """Allergy: Latex, Nickel."""
    question = BY_KEY[answer.question]
    chips = [t(choice.text) for choice in question.choices if choice.key in answer.choices]
    words = ", ".join([*chips, *([answer.detail] if answer.detail else [])])
    return f"{t(question.flag)}: {words}" if words else t(question.flag)
