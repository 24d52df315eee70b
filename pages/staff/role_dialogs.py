"""Dialogs about one role: a new one, another name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.perform import attempt
from components.app.text import text
from components.form import Form, choice_field, text_field
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.actions import add_role, rename_role
from studio.staff.queries import RoleView


async def ask_new_role(roles: Sequence[RoleView], copied_from: str) -> str:
    """A name, and the role whose rights it begins with; gives the name, or nothing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("New role"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            made = await attempt(add_role, form, values["name"], values["copied_from"])
            if made:
                dialog.submit(made.name)
            return made is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), required=True, hint=t("For example: Apprentice"))).props(
                "autofocus"
            )
            named = {one.key: one.title for one in roles}
            form.field("copied_from", choice_field(t("Begins with the rights of"), named, copied_from))
            with form.acts(t("Make the role")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("New role")
    return str(await answer(dialog) or "")


async def ask_role_name(role: str) -> bool:
    """Another name for one of the studio's own roles; True when it has it."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Rename the role"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            done = await attempt(rename_role, form, role, values["name"])
            if done:
                dialog.submit(True)
            return done is not None or None

        with Form(save) as form:
            form.field("name", text_field(t("Name"), house().rights.title(role), required=True)).props("autofocus")
            with form.acts(t("Rename")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Rename the role")
    return bool(await answer(dialog))
