"""Fields for words."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui
from nicegui.events import GenericEventArguments

Check = Callable[[str], str | None]
"""Says what to mend, or None; runs while one types."""


class TextInput(ui.input):
    """One line of text; whatever else an event carries counts as nothing typed."""

    def _event_args_to_value(self, e: GenericEventArguments) -> str:
        return e.args if isinstance(e.args, str) else ""


def text_field(
    label: str,
    value: str | None = "",
    *,
    hint: str = "",
    required: bool = False,
    check: Check | None = None,
    kind: str = "text",
    placeholder: str = "",
    autocomplete: str = "off",
) -> ui.input:
    """One line. `kind` is the keyboard a phone should show: text, email, tel, url, password."""
    field = TextInput(titled(label, required), value=value or "", placeholder=placeholder or None, validation=check)
    dress(field, hint, required=required)
    field.props.update({"type": kind, "autocomplete": autocomplete})
    return field


def long_field(
    label: str,
    value: str | None = "",
    *,
    hint: str = "",
    required: bool = False,
    check: Check | None = None,
    rows: int = 3,
) -> ui.textarea:
    """Several lines; grows with what is typed."""
    field = ui.textarea(titled(label, required), value=value or "", validation=check)
    dress(field, hint, required=required)
    field.props.update({"autogrow": True, "input-style": f"min-height: {rows * 20 + 12}px"})
    return field


def titled(label: str, required: bool) -> str:
    """The label, starred when it must be filled."""
    return f"{label} *" if required else label


def dress(field: ui.element, hint: str = "", *, required: bool = False) -> None:
    """The common look: outlined, dense, label above, hint below."""
    field.classes("field").props("outlined dense stack-label no-error-icon hide-bottom-space")
    if hint:
        field.props["hint"] = hint
    if required:
        field.props["aria-required"] = "true"
