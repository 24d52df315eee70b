"""Inviting somebody, and the code with which they choose a password: shown once."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, choice_field, text_field
from pages.staff.person_dialogs import role_choice
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, language, t
from studio.messages.server import mail_server
from studio.staff.actions import give_code, invite_again, invite_user
from studio.staff.queries import UserView


async def ask_invitation() -> None:
    """A form for an account without a password; then the code for it."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Invite a person"), "", "h2")
        text(t("They choose their own password, with a code you show them now."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            made = await attempt(invite_user, form, **values)
            if made:
                dialog.submit((values["name"], values["email"], made[1]))
            return made is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), required=True)).props("autofocus")
            form.field("email", text_field(t("E-mail"), required=True, kind="email"))
            role_choice(form, "reception")
            form.field("language", choice_field(t("Language"), LANGUAGES, language()))
            with form.acts(t("Invite")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Invite a person")
    made = await answer(dialog)
    if made:
        await show_code(*made, lasts=t("It can be used once, within three days."))


async def invite_once_more(one: UserView) -> None:
    """A fresh code for somebody who has not chosen a password yet."""
    code = await act(invite_again, one.id)
    if code:
        await show_code(one.name, one.email, code, lasts=t("It can be used once, within three days."))


async def give_code_to(one: UserView) -> None:
    """A code for somebody who forgot their password."""
    code = await act(give_code, one.id)
    if code:
        await show_code(
            one.name, one.email, code, lasts=t("It can be used once, within a quarter of an hour."), sent=False
        )


async def show_code(name: str, email: str, code: str, *, lasts: str, sent: bool = True) -> None:
    """The code large enough to read out, and what to do with it."""
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("A code for {name}", name=name), "", "h2")
        text(code, "code-large", "p").props["aria-label"] = " ".join(code)
        how = t(
            "At the sign-in they press “I have a code”, give {email} and this code, and choose a password.", email=email
        )
        text(f"{how} {lasts}", "second prose", "p")
        if sent and mail_server(house()) is not None:
            text(t("It is on its way to them by e-mail as well."), "second", "p")
        with ui.element("div").classes("acts"):
            button(t("I have passed it on"), dialog.close, kind="primary").props("autofocus")
    dialog.props["aria-label"] = t("A code for {name}", name=name)
    await answer(dialog)
