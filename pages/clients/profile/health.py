"""Health answers and consents: what matters first, everything else below, and the form that records them."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from nicegui import ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.marks import health_light, status_mark
from components.app.moments import here, show_date
from components.app.perform import look
from components.app.text import text
from components.timeline import Timeline
from pages.clients.profile.consents import draw_consents
from pages.clients.profile.file import ClientFile
from pages.clients.profile.health_form import draw_form
from pages.clients.profile.overview import titled
from pages.clients.profile.telling import moments
from pages.clients.profile.top import LEVELS
from studio.clients import facts
from studio.clients.queries import HealthFlag, HealthSheet, consents_now, since_last_time, who_viewed
from studio.clients.questions import BY_KEY, GROUPS, Question
from studio.clients.rules.health import unanswered
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.text import N_, nt, t

MOST_VIEWERS = 12
MEANINGS = {"block": N_("Stop: not today"), "warn": N_("Ask before you start"), "info": N_("Good to know")}


async def draw(file: ClientFile) -> None:
    """Answers on the left, consents on the right; those who may not read answers see the light."""
    await file.read_health_once(opened=True)
    consents = await look(consents_now, file.card.id)
    with ui.element("div").classes("profile-one two wide"):
        with ui.element("section").classes("stack loose").classes(file.flashes(facts.HealthChanged)) as answers:
            _answers(file, answers)
        with ui.element("section").classes("stack loose").classes(file.flashes(facts.ConsentChanged)):
            titled(t("Consents"))
            draw_consents(file, consents)
            await _slots(file)
            await _viewers(file)


async def _viewers(file: ClientFile) -> None:
    """Who read answers, signed consents and documents of this client, for those who answer for it."""
    if not file.may("clients.viewer.see"):
        return
    events, total = await look(who_viewed, file.card.id, size=MOST_VIEWERS)
    titled(t("Who read this"))
    if not events:
        text(t("Nobody has looked yet."), "second", "p")
        return
    Timeline(moments(events, changes=False), label=t("Who read this"))
    if total > len(events):
        text(t("The newest {n} of {total}; all stand in the history.", n=len(events), total=total), "small quiet", "p")


async def _slots(file: ClientFile) -> None:
    """What other rooms say of health and consent, each under its title."""
    for slot in registry().slots("client.profile.health", file.actor, house().rights):
        if slot.title:
            titled(t(slot.title))
        drawn = slot.draw(file.card)
        if inspect.isawaitable(drawn):
            await drawn


def _answers(file: ClientFile, place: ui.element) -> None:
    sheet = file.sheet
    with ui.element("header").classes("profile-sec"):
        text(t("Health answers"), "", "h2")
        if file.may_change("clients.health.record"):
            words = t("Change answers") if sheet and sheet.answers else t("Record answers")
            button(words, lambda: _open_form(file, place), icon="edit")
    if sheet is None:
        health_light(file.card.health_light)
        text(t("Only artists and managers read the answers themselves."), "second", "p")
        return
    if not sheet.answers:
        with ui.element("div").classes("empty"):
            drawing("lens")
            text(t("Nothing asked yet"), "", "h2")
            text(t("Answers come with the registration form, or are written down here."), "", "p")
        return
    _sheet(sheet)


def _sheet(sheet: HealthSheet) -> None:
    _changed(sheet)
    for level, meaning in MEANINGS.items():
        told = [answer for answer in sheet.answers if answer.answer and answer.level == level]
        if told:
            with ui.element("div").classes(f"health-level {level}"):
                status_mark(LEVELS[level], t(meaning)).classes("strong")
                for answer in told:
                    _told(answer)
    clear = [answer for answer in sheet.answers if not answer.answer]
    if clear:
        _folded(
            nt("{n} question answered with no", "{n} questions answered with no", len(clear)),
            [BY_KEY[answer.question] for answer in clear],
        )
    left = unanswered(answer.question for answer in sheet.answers)
    if sheet.answers and left:
        _folded(nt("{n} question not answered", "{n} questions not answered", len(left)), left)


def _changed(sheet: HealthSheet) -> None:
    """What is not as it was the time before, first of all."""
    changed = since_last_time(sheet.answers)
    if not changed:
        return
    with ui.element("div").classes("health-level changed"):
        words = nt("{n} answer changed since last time", "{n} answers changed since last time", len(changed))
        status_mark("info", words).classes("strong")
        for answer in changed:
            now = answer.sentence() if answer.answer else t("{flag}: no", flag=answer.sentence())
            with ui.element("div").classes("line apart top"):
                text(now, "medium")
                text(t("before: {answer}", answer=answer.before_sentence()), "small second")


def _told(answer: HealthFlag) -> None:
    with ui.element("div").classes("line apart top"):
        text(answer.sentence(), "medium")
        text(_source(answer), "small quiet nowrap")


def _source(answer: HealthFlag) -> str:
    day = show_date(here(answer.answered_at).date())
    if answer.source == "consent":
        return t("signed, {day}", day=day)
    return t("by phone, {day}", day=day) if answer.source == "phone" else t("at the desk, {day}", day=day)


def _folded(title: str, questions: Sequence[Question]) -> None:
    with ui.element("details").classes("health-clear"):
        text(title, "", "summary")
        for group in GROUPS:
            told = [t(question.flag) for question in questions if question.group == group.key]
            if told:
                text(" · ".join(told), "small second", "p")


def _open_form(file: ClientFile, place: ui.element) -> None:
    file.typing = True
    place.clear()
    with place:
        draw_form(file)
