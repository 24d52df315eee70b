"""How long records are kept: by the country's rules, by the owner's own, and what goes by itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.moments import show_number
from components.app.perform import attempt
from components.app.text import text
from components.form import Form, NumberField, text_field
from pages.jurisdiction.words import SINCE
from pages.privacy.parts import row, table, titled
from studio.kernel.text import nt, t
from studio.privacy.actions import change_keeping
from studio.privacy.keeping import Kept
from studio.privacy.queries import FadingLine


def draw_times(times: tuple[Kept, ...], *, changes: bool) -> None:
    """What is stored here; kinds of record that come with other rooms are named below."""
    titled(t("How long records are kept"), t("From the country's rules; the owner may change them, with a reason."))
    with table(t("What"), t("Kept"), ""):
        for one in (one for one in times if one.stored):
            _time(one, changes=changes)
    later = ", ".join(one.name for one in times if not one.stored)
    if later:
        text(t("Nothing of these is stored yet, so nothing of them goes: {kinds}.", kinds=later), "second", "p")


def _time(one: Kept, *, changes: bool) -> None:
    with row():
        with ui.element("td"):
            text(one.name, "medium", "div")
            text(one.changed_why or one.reason, "small second", "div")
        kept = nt("{n} month", "{n} months", one.months) if one.months else t("at once")
        text(f"{kept} {t(SINCE[one.since])}", "", "td")
        with ui.element("td"):
            if changes:
                icon_button("edit", t("Change how long {kind} is kept", kind=one.name), partial(change_time, one))


def draw_fading(lines: tuple[FadingLine, ...]) -> None:
    """No country asks for these; nobody needs them after a while."""
    titled(t("Goes by itself"), t("Every night, once nobody needs it any more. What is held stays."))
    with table(t("What"), t("Kept"), t("There are"), t("Goes tonight")):
        for one in lines:
            kept = nt("{n} day", "{n} days", one.days)
            with row(one.title, kept, show_number(one.present), show_number(one.over) if one.over else ""):
                pass


async def change_time(one: Kept) -> None:
    """Other months, with a reason; or those of the rules again."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(one.name, "", "h2")
        rule = nt("{n} month", "{n} months", one.rule)
        text(t("The country's rules say {rule}: {why}", rule=rule, why=one.reason), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            months = values["months"] if values["months"] is not None else -1
            done = await _changed(form, one.record, months, values["reason"])
            if done:
                dialog.submit(True)
            return done

        async def back() -> None:
            if await _changed(form, one.record, None, ""):
                dialog.submit(True)

        with Form(save) as form:
            form.field("months", NumberField(t("Months"), one.months)).props("autofocus")
            form.field("reason", text_field(t("Why"), one.changed_why, required=True))
            with form.acts(t("Keep it so long")):
                if one.changed_by:
                    button(t("As the rules say"), back)
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = one.name
    await answer(dialog)


async def _changed(form: Form, record: str, months: int | None, reason: str) -> bool | None:
    return await attempt(change_keeping, form, record, months, reason)
