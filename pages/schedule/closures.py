"""Days on which the studio is shut: shown, entered, taken back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.live import in_turn
from components.app.moments import now_here, reading_locale
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, Form, text_field
from pages.schedule.days_taken import sure
from pages.schedule.people_words import opening_text
from pages.schedule.showing import days_text
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import add_closure, remove_closure
from studio.schedule.queries import Closure, closures
from studio.upkeep.premises import HOURS

EDIT, SETTINGS = "schedule.closure.edit", "upkeep.settings.reach"
AHEAD = timedelta(days=400)


class Closures:
    """A section below the stations."""

    place: ui.element

    def __init__(self) -> None:
        self.edits = may(current_actor(), EDIT, house().rights)

    def draw(self) -> None:
        with ui.element("section").classes("stack narrow"):
            with ui.element("div").classes("line apart"):
                text(t("Opening hours"), "", "h2")
                if may(current_actor(), SETTINGS, house().rights):
                    button(t("Change"), to="/settings#studio.opening_hours", kind="bare", icon="edit")
            text(opening_text(house().settings[HOURS]).replace("; ", "\n"), "prose", "p")
        with ui.element("section").classes("stack narrow"):
            with ui.element("div").classes("line apart"):
                text(t("The studio is shut"), "", "h2")
                if self.edits:
                    button(t("Enter days"), self.ask, kind="bare", icon="plus")
            self.place = ui.element("ul").classes("ruled artist-rows")

    @in_turn
    async def load(self) -> None:
        """The days ahead."""
        today = now_here().date()
        found = await look(closures, today, today + AHEAD)
        self.place.clear()
        with self.place:
            if not found:
                text(t("On no day ahead, besides the weekly ones."), "second", "li")
            for one in found:
                with ui.element("li").classes("line loose"):
                    text(days_text(one.from_on, one.until_on), "nowrap")
                    text(one.reason, "grow second cut")
                    if self.edits:
                        icon_button("close", t("Take these days back"), partial(self._remove, one))

    async def ask(self) -> None:
        """The form."""
        title = t("When is the studio shut?")

        async def save(values: dict[str, Any]) -> Any:
            if not await sure(values):
                return None
            done = await attempt(add_closure, form, values)
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            with Form(save) as form:
                with ui.element("div").classes("two"):
                    form.field("from_on", DateField(t("First day"), locale=reading_locale(), required=True))
                    hint = t("Empty: that day alone")
                    form.field("until_on", DateField(t("Last day"), locale=reading_locale(), hint=hint))
                form.field("reason", text_field(t("Why"), required=True))
                with form.acts(t("Enter these days")):
                    button(t("Cancel"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        made = await answer(dialog)
        if made is not None:
            toast(t("The days are entered. Bookings on them stay."), lambda: act(remove_closure, made.id))

    async def _remove(self, one: Closure) -> None:
        await act(remove_closure, one.id)
        told = {"from_on": one.from_on, "until_on": one.until_on, "reason": one.reason}
        toast(t("The studio is open after all."), lambda: act(add_closure, told))
