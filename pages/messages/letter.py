"""One letter of the outbox, in full: where it goes and what stands in the way. Its text is not shown."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.moments import here as on_the_wall
from components.app.moments import show_date, show_time
from components.app.text import text
from pages.messages.states import STATES, when
from studio.kernel.text import LANGUAGES, nt, t
from studio.messages.queries import LetterView


async def show_letter(one: LetterView, *, manages: bool) -> str:
    """What somebody wants done with it after looking: `resend`, `cancel`, or nothing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(one.subject, "", "h2")
        with ui.element("dl").classes("facts"):
            for name, value in facts(one):
                text(name, "", "dt")
                text(value, "", "dd")
        with ui.element("div").classes("acts"):
            button(t("Close"), dialog.close)
            if manages and one.state in ("queued", "failed"):
                button(t("Take back"), lambda: dialog.submit("cancel"), kind="stop")
            if manages and one.can_resend:
                button(t("Send now"), lambda: dialog.submit("resend"), kind="primary", icon="refresh")
    dialog.props["aria-label"] = one.subject
    return str(await answer(dialog) or "")


def facts(one: LetterView) -> list[tuple[str, str]]:
    """Name and value of what is known."""
    written = on_the_wall(one.created_at)
    found = [
        (t("To"), one.to),
        (t("State"), t(STATES[one.state][1])),
        (t("Written"), f"{show_date(written.date())}, {show_time(one.created_at)}"),
        (t("When"), when(one)),
        (t("Tried"), nt("{n} time", "{n} times", one.tries)),
        (t("Goes along"), one.file_name),
        (t("Language"), LANGUAGES.get(one.language, one.language)),
        (t("What stands in the way"), one.trouble),
    ]
    return [(name, value) for name, value in found if value]
