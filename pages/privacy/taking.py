"""Taking out all there is about a person: the password, then a bar until the last file is through."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.meter import Meter
from components.app.moments import show_number
from components.app.perform import attempt
from components.app.text import text
from components.form import Form
from pages.privacy.files import going
from pages.staff.present_password import is_mine, present_password
from studio.clients.queries import ClientCard
from studio.kernel.text import t
from studio.privacy.actions import make_person_file
from studio.privacy.progress import Progress

OFTEN = 0.3


async def take_out(card: ClientCard) -> None:
    """Ask for the password, hand the file to the browser, and show how far it is."""
    made = await _asked(card)
    if made is None:
        return
    going[made] = progress = Progress()
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("The file is being made"), "", "h2")
        text(t("The browser keeps it with its downloads. It can be taken for ten minutes."), "second", "p")
        meter = Meter(t("The file is being made"))
        with ui.element("div").classes("acts"):
            button(t("Close"), dialog.close)

        def show() -> None:
            done, total = show_number(progress.done), show_number(progress.total)
            meter.show(progress.done, progress.total, t("{done} of {total} parts", done=done, total=total))
            if progress.over:
                dialog.submit(progress.done == progress.total)

        timer = ui.timer(OFTEN, show)
    dialog.props["aria-label"] = t("The file is being made")
    ui.download.from_url(f"/privacy/file/{made}")
    whole = await answer(dialog)
    timer.cancel()
    going.pop(made, None)
    if whole:
        toast(t("The file is made. Your browser has it."))


async def _asked(card: ClientCard) -> UUID | None:
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("All there is about {name}", name=card.name), "", "h2")
        text(t("It holds health answers and contact. Hand it to nobody but them."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            if not await is_mine(values["now"], form):
                return None
            made = await attempt(make_person_file, form, card.id)
            if made is None:
                return None
            dialog.submit(made.id)
            return True

        with Form(save) as form:
            present_password(form).props("autofocus")
            with form.acts(t("Make the file")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Their file")
    made: UUID | None = await answer(dialog)
    return made
