"""Declining a form, or many: with a reason, and with a way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import act
from components.app.text import text
from components.form import Form, long_field
from studio.clients.actions import (
    decline_registration,
    decline_registrations,
    reopen_registration,
    reopen_registrations,
)
from studio.clients.queries import RegistrationRow
from studio.clients.refusals import ReasonIsMissing
from studio.kernel.text import nt, t


async def ask_reason(row: RegistrationRow) -> bool:
    """Ask why, once; True when the form was declined."""
    title = t("Decline the form of {name}?", name=row.name)
    body = t("Nothing goes on file. The form stays readable under Decided.")
    reason = await _why(title, body, t("Decline the form"))
    if not reason or await act(decline_registration, row.id, reason) is None:
        return False
    toast(t("The form of {name} is declined.", name=row.name), lambda: reopen(row.id))
    return True


async def decline_many(ids: list[UUID] | None, count: int = 0) -> None:
    """Ask once for all of them, or for all that wait; taken back as one."""
    n = count if ids is None else len(ids)
    title = nt("Decline {n} form?", "Decline {n} forms?", n)
    reason = await _why(title, t("Nothing goes on file. They stay readable under Decided."), t("Decline them"))
    if not reason:
        return
    done = await act(decline_registrations, ids, reason)
    if done:
        said = nt("{n} form is declined.", "{n} forms are declined.", len(done))
        toast(said, lambda: act(reopen_registrations, done))


async def reopen(form_id: UUID) -> None:
    """Let a declined form wait again."""
    await act(reopen_registration, form_id)


async def _why(title: str, body: str, words: str) -> str:
    """A reason, or nothing when somebody would rather not."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(body, "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            said = str(values["reason"] or "").strip()
            if not said:
                form.complain(ReasonIsMissing("reason"))
                return None
            dialog.submit(said)
            return True

        with Form(save) as form:
            reason = long_field(
                t("Reason"), required=True, rows=2, hint=t("For colleagues; the guest does not read it.")
            )
            form.field("reason", reason).props("autofocus")
            with form.acts(words):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Decline")
    return str(await answer(dialog) or "")
