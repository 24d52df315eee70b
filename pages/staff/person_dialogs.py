"""Dialogs about one person: an account, a role, a password."""

from __future__ import annotations

from typing import Any

from nicegui import run, ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.perform import attempt
from components.app.text import text
from components.form import Form, choice_field, text_field
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, language, speaking, t
from studio.staff.actions import add_user, fill_account, set_password
from studio.staff.queries import UserView
from studio.staff.rules import SHORTEST

OWN = "staff.self.see"
"""Everybody has it; no need to say so."""


async def ask_new_person() -> str:
    """A form for an account; gives the name of who was added, or nothing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Add a person"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            account = await filled(form, name=values["name"], email=values["email"], password=values["password"])
            if account is None:
                return None
            made = await attempt(add_user, form, **account, role=values["role"], language=values["language"])
            if made:
                dialog.submit(made.name)
            return made is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), required=True)).props("autofocus")
            form.field(
                "email",
                text_field(t("E-mail"), required=True, kind="email", hint=t("Only to sign in; nothing is sent.")),
            )
            form.field("password", new_password_field(t("Password")))
            role_choice(form, "reception")
            form.field("language", choice_field(t("Language"), LANGUAGES, language()))
            with form.acts(t("Add person")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Add a person")
    name = await answer(dialog)
    return str(name or "")


async def ask_role(one: UserView) -> str:
    """Which role somebody should have; nothing when it stays."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("The role of {name}", name=one.name), "", "h2")

        async def save(values: dict[str, Any]) -> bool:
            dialog.submit(values["role"] if values["role"] != one.role else "")
            return True

        with Form(save) as form:
            role_choice(form, one.role)
            with form.acts(t("Change the role")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Change the role")
    role = await answer(dialog)
    return str(role or "")


async def ask_password(one: UserView) -> bool:
    """A new password for somebody; True when it was set."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("A new password for {name}", name=one.name), "", "h2")
        text(t("Tell it to them in person. They can change it in their account."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            account = await filled(form, name=one.name, email=one.email, password=values["password"])
            if account is None:
                return None
            if await attempt(set_password, form, one.id, account["password_hash"]) is None:
                return None
            dialog.submit(True)
            return True

        with Form(save) as form:
            form.field("password", new_password_field(t("New password"))).props("autofocus")
            with form.acts(t("Set the password")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Set a new password")
    done = await answer(dialog)
    return bool(done)


async def filled(form: Form, *, name: str, email: str, password: str) -> dict[str, str] | None:
    """The account's fields checked and the password hashed, aside since it is slow; None when something is to mend."""
    tongue = language()

    def work() -> dict[str, str]:
        with speaking(tongue):
            return fill_account(name=name, email=email, password=password)

    try:
        return await run.io_bound(work)
    except Refusal as refusal:
        form.complain(refusal)
        return None


def new_password_field(label: str) -> ui.input:
    """Where a new password is typed; shown on demand."""
    hint = t("At least {least} characters. Three or four words work well.", least=SHORTEST)
    return text_field(label, required=True, kind="password", autocomplete="new-password", hint=hint)


def role_choice(form: Form, role: str) -> None:
    """The role, and below it in words what it may do."""
    field = form.field(
        "role", choice_field(t("Role"), house().rights.titles(), role, on_change=lambda event: say(event.value))
    )
    rights = text("", "second small prose role-rights", "p")

    def say(chosen: str) -> None:
        rights.set_text(may_do(chosen))

    say(field.value or role)


def may_do(role: str) -> str:
    """What a role may do, from the declared permissions."""
    rights = house().rights
    sentences = [t(right.sentence) for right in rights if rights.reach(role, right.name) == "all" and right.name != OWN]
    return "\n".join(f"– {sentence}" for sentence in sentences)
