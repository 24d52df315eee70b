"""Declining a form: with a reason, and with a way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, long_field
from studio.clients.actions import decline_registration, reopen_registration
from studio.clients.queries import RegistrationRow
from studio.kernel.text import t


async def ask_reason(row: RegistrationRow) -> bool:
    """Ask why, once; True when the form was declined."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Decline the form of {name}?", name=row.name), "", "h2")
        text(t("Nothing goes on file. The form stays readable under Decided."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            done = await attempt(decline_registration, form, row.id, values["reason"])
            if done is None:
                return None
            dialog.submit(True)
            return True

        with Form(save) as form:
            reason = long_field(
                t("Reason"), required=True, rows=2, hint=t("For colleagues; the guest does not read it.")
            )
            form.field("reason", reason).props("autofocus")
            with form.acts(t("Decline the form")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Decline")
    declined = await answer(dialog)
    if declined:
        toast(t("The form of {name} is declined.", name=row.name), lambda: reopen(row.id))
    return bool(declined)


async def reopen(form_id: UUID) -> None:
    """Let a declined form wait again."""
    await act(reopen_registration, form_id)
