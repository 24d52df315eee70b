"""Writing health answers down at the desk: yes or no to each, details where a yes needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.perform import attempt
from components.app.text import text
from components.form import Form, text_field, yes_no
from components.form.choices import SegField
from components.form.fields import dress
from pages.clients.profile.file import ClientFile
from studio.clients.actions import record_health
from studio.clients.queries import HealthFlag
from studio.clients.questions import GROUPS, Group, Question, questions_of
from studio.kernel.text import t


@dataclass
class Asked:
    """The controls of one question."""

    answer: SegField
    choices: ui.select | None = None
    detail: ui.input | None = None


def draw_form(file: ClientFile) -> None:
    """The form in place of the sheet, filled with what is known to those who may read it."""
    HealthForm(file).draw()


class HealthForm:
    """One form over all questions; only what was touched is sent."""

    def __init__(self, file: ClientFile) -> None:
        self.file = file
        self.known: Mapping[str, HealthFlag] = {
            answer.question: answer for answer in (file.sheet.answers if file.sheet else ())
        }
        self.asked: dict[str, Asked] = {}

    def draw(self) -> None:
        text(t("Health answers"), "", "h2")
        if self.file.sheet is None:
            text(t("Earlier answers are not shown to you; what you leave open stays as it is."), "small second", "p")
        with Form(self._save) as self.form:
            for group in GROUPS:
                self._group(group)
            self.form.acts(t("Save answers"), cancel=f"/clients/{self.file.card.code}?tab=health")

    def _group(self, group: Group) -> None:
        with ui.element("fieldset").classes("health-group"):
            with ui.element("legend").classes("line apart"):
                text(t(group.title), "strong")
                if group.style == "tick":
                    button(t("No to all others"), lambda: self._no_to_rest(group), kind="bare")
            for question in questions_of(group.key):
                self._question(question)

    def _question(self, question: Question) -> None:
        known = self.known.get(question.key)
        field = yes_no(t(question.text), known.answer if known else None, hint=t(question.hint))
        asked = self.asked[question.key] = Asked(self.form.field(f"health.{question.key}", field))
        if not (question.detail or question.choices):
            return
        with ui.element("div").classes("health-more") as more:
            if question.choices:
                asked.choices = self._choices(question, known)
            if question.detail:
                detail = text_field(
                    t("In a few words") if question.choices else t(question.detail), known.detail if known else ""
                )
                asked.detail = self.form.field(f"{question.key}.detail", detail)
        more.bind_visibility_from(field, "value", value="yes")

    def _choices(self, question: Question, known: HealthFlag | None) -> ui.select:
        options = {one.key: t(one.text) for one in question.choices}
        chosen = list(known.choices) if known else []
        field = ui.select(options, label=t("What applies"), value=chosen, multiple=True).props("use-chips")
        dress(field)
        return self.form.field(f"{question.key}.choices", field)

    def _no_to_rest(self, group: Group) -> None:
        for question in questions_of(group.key):
            field = self.asked[question.key].answer
            if field.value is None:
                field.value = "no"

    async def _save(self, values: dict[str, Any]) -> object:
        given = {key: self._told(key) for key in self.asked if values[f"health.{key}"] and self._changed(key)}
        if not given:
            self._let_go()
            await self.file.redraw()
            return True
        done = await attempt(record_health, self.form, self.file.card.id, given)
        if done is not None:
            self._let_go()  # the page hears of the change and draws the sheet anew
            toast(t("Health answers of {name} are saved.", name=self.file.card.name))
        return done

    def _told(self, key: str) -> dict[str, Any]:
        asked = self.asked[key]
        return {
            "answer": asked.answer.value,
            "choices": list(asked.choices.value or []) if asked.choices else [],
            "detail": asked.detail.value if asked.detail else "",
        }

    def _changed(self, key: str) -> bool:
        told, known = self._told(key), self.known.get(key)
        if known is None:
            return True
        if (told["answer"] == "yes") != known.answer:
            return True
        return known.answer and (tuple(told["choices"]), told["detail"]) != (known.choices, known.detail)

    def _let_go(self) -> None:
        self.form.settled()
        self.file.typing = False
