"""Who may look now and who might before; letting somebody in, and ending it."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, choice_field, text_field
from pages.privacy.parts import row, table, titled
from pages.staff.invitation import show_code
from studio.inspection.actions import end_visit, open_visit
from studio.inspection.queries import VisitLine
from studio.kernel.text import LANGUAGES, language, nt, t

HOURS, DAYS = (2, 4, 8), (1, 3, 7, 14, 30)


def draw_visits(lines: tuple[VisitLine, ...], ends: bool) -> None:
    """Nothing at all as long as nobody ever came."""
    if not lines:
        return
    titled(t("Inspectors"), t("They read, and change nothing. Everything they open is in the journal."))
    with table(t("Who"), t("Office"), t("Until"), t("Let in by"), t("State"), ""):
        for line in lines:
            until = when(line.ended_at or line.until)
            with row(line.name, line.office, until, line.by_name):
                with ui.element("td"):
                    status_mark("wait" if line.ended_at is None else "none", _state(line)).classes("long")
                with ui.element("td"):
                    if ends and line.ended_at is None:
                        button(t("End it now"), partial(end, line), icon="close")


def _state(line: VisitLine) -> str:
    if line.ended_at is None:
        return t("May look")
    return t("Ended by {who}", who=line.ended_by_name) if line.ended_by_name else t("Ended by itself")


async def end(line: VisitLine) -> None:
    """At once, after asking."""
    body = t("{name} is signed out at once. What they opened stays on record.", name=line.name)
    if await confirm(t("End the visit of {name}?", name=line.name), body, t("End it now"), stop=True):
        await act(end_visit, line.id)
        toast(t("{name} may not look any more.", name=line.name))


async def let_in() -> None:
    """A form for the inspector's access; then the code for it, shown once."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Let an inspector in"), "", "h2")
        text(t("They sign in by themselves and only read. It ends by itself; you can end it before."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            made = await attempt(open_visit, form, **values)
            if made:
                dialog.submit((values["name"], values["email"], made[1], made[0].until))
            return made is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), required=True)).props("autofocus")
            form.field("office", text_field(t("From which office"), required=True))
            hint = t("Only to sign in; the code is sent there where the studio sends e-mail.")
            form.field("email", text_field(t("E-mail"), required=True, kind="email", hint=hint))
            form.field("hours", choice_field(t("For how long"), lengths(), 8))
            form.field("language", choice_field(t("Language"), LANGUAGES, language()))
            with form.acts(t("Let them in")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Let an inspector in")
    made = await answer(dialog)
    if made:
        name, email, code, until = made
        await show_code(name, email, code, lasts=t("It can be used once. The access ends: {when}.", when=when(until)))


def lengths() -> dict[int, str]:
    """Hours → what people say."""
    return {hours: nt("{n} hour", "{n} hours", hours) for hours in HOURS} | {
        24 * days: nt("{n} day", "{n} days", days) for days in DAYS
    }
