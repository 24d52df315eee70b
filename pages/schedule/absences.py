"""Days on which an artist is away or works other hours: shown, entered, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.moments import reading_locale
from components.app.perform import act, attempt
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, Form, choice_field, text_field
from pages.schedule.days_taken import sure
from pages.schedule.showing import days_text
from pages.upkeep.premises_words import read_hours
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import add_absence, remove_absence
from studio.schedule.queries import Absence, Artist
from studio.schedule.words import ABSENCES

EDIT = "schedule.absence.edit"


class Absences:
    """A section of the artist's page."""

    def __init__(self, one: Artist, days: Sequence[Absence]) -> None:
        self.one, self.days = one, days
        self.edits = may(current_actor(), EDIT, house().rights) and one.archived_at is None

    def draw(self) -> None:
        with ui.element("section").classes("stack"):
            with ui.element("div").classes("line apart"):
                text(t("Days that are not as usual"), "", "h2")
                if self.edits:
                    button(t("Enter days"), self.ask, kind="bare", icon="plus")
            if not self.days:
                text(t("None in sight."), "second", "p")
            with ui.element("ul").classes("ruled artist-rows"):
                for day in self.days:
                    self._row(day)

    async def ask(self) -> None:
        """The form."""
        title = t("When is {name} away?", name=self.one.name)

        async def save(values: dict[str, Any]) -> Any:
            typed = values.pop("hours")
            told = {**values, "hours": read_hours({"mon": typed})["mon"] if typed.strip() else []}
            if told["kind"] != "extra" and not await sure(told, self.one.id):
                return None
            done = await attempt(add_absence, form, self.one.id, told)
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            with Form(save) as form:
                kinds = {key: t(word) for key, word in ABSENCES.items()}
                kind = form.field("kind", choice_field(t("Why"), kinds, "off"))
                with ui.element("div").classes("two"):
                    form.field("from_on", DateField(t("First day"), locale=reading_locale(), required=True))
                    hint = t("Empty: that day alone")
                    form.field("until_on", DateField(t("Last day"), locale=reading_locale(), hint=hint))
                hours = form.field("hours", text_field(t("Works from and to"), hint=t("Like 10:00–13:00, 14:00–18:00")))
                hours.bind_visibility_from(kind, "value", value="extra")
                form.field("note", text_field(t("Note"), hint=t("Seen by the desk alone")))
                with form.acts(t("Enter these days")):
                    button(t("Cancel"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        made = await answer(dialog)
        if made is not None:
            toast(t("The days are entered. Bookings on them stay."), lambda: act(remove_absence, made.id))

    def _row(self, day: Absence) -> None:
        hours = ", ".join(f"{start}–{end}" for start, end in day.hours)
        with ui.element("li").classes("line loose"):
            text(days_text(day.from_on, day.until_on), "nowrap")
            words = " · ".join(filter(None, (t(ABSENCES[day.kind]), hours, day.note)))
            text(words, "grow second cut")
            if self.edits:
                icon_button("close", t("Take these days back"), partial(self._remove, day))

    async def _remove(self, day: Absence) -> None:
        await act(remove_absence, day.id)
        told = {name: getattr(day, name) for name in ("kind", "from_on", "until_on", "hours", "note")}
        toast(t("{name} is there after all.", name=self.one.name), lambda: act(add_absence, self.one.id, told))
