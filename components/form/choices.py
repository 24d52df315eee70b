"""Fields for choosing: one of few, one of many, yes or no, ticks and tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments

from components.form.fields import dress, titled
from studio.kernel.text import t


class Select(ui.select):
    """A list to choose from; an event that names nothing of the list changes nothing."""

    def _event_args_to_value(self, e: GenericEventArguments) -> Any:
        try:
            return super()._event_args_to_value(e)
        except (TypeError, KeyError, IndexError):
            return self.value


class SegField(ValueElement[Any], component="seg.js"):
    """Two or more buttons of which one is down; pressing it again lets go where that is allowed."""

    LOOPBACK = True
    VALUE_PROP = "value"

    def __init__(
        self,
        label: str,
        options: Mapping[str, str],
        value: str | None,
        *,
        hint: str = "",
        may_be_open: bool = False,
        on_change: Callable[..., Any] | None = None,
    ) -> None:
        super().__init__(value=value, on_value_change=on_change)
        self._props.update(
            {
                "label": label,
                "hint": hint,
                "open": may_be_open,
                "options": [{"value": key, "word": word} for key, word in options.items()],
            }
        )

    def _event_args_to_value(self, e: GenericEventArguments) -> Any:
        known = [option["value"] for option in self._props["options"]]
        return e.args if e.args is None or e.args in known else self.value

    def complain(self, text: str) -> None:
        """Show what to mend; empty text takes it away."""
        self._props["error"] = text


def seg_field(
    label: str,
    options: Mapping[str, str],
    value: str | None = None,
    *,
    hint: str = "",
    on_change: Callable[..., Any] | None = None,
) -> SegField:
    """One of two to four, all in sight."""
    return SegField(label, options, value, hint=hint, on_change=on_change)


def yes_no(
    label: str, value: bool | None = None, *, hint: str = "", on_change: Callable[..., Any] | None = None
) -> SegField:
    """Yes, no, or not answered yet. `.value` is "yes", "no" or None."""
    chosen = None if value is None else "yes" if value else "no"
    return SegField(label, {"yes": t("Yes"), "no": t("No")}, chosen, hint=hint, may_be_open=True, on_change=on_change)


def choice_field(
    label: str,
    options: Mapping[Any, str],
    value: Any = None,
    *,
    hint: str = "",
    required: bool = False,
    searched: bool = False,
    on_change: Callable[..., Any] | None = None,
) -> ui.select:
    """One of many; `searched` lets one type to find it."""
    field = Select(
        dict(options),
        label=titled(label, required),
        value=value if value in options else None,
        with_input=searched,
        on_change=on_change,
    )
    dress(field, hint, required=required and searched)  # without a line to type in, there is nothing that may carry it
    return field


def tags_field(label: str, value: Sequence[str] = (), *, known: Sequence[str] = (), hint: str = "") -> ui.select:
    """Words of the studio's own; Enter adds one, a comma too."""
    options = sorted({*known, *value}, key=str.casefold)
    field = Select(options, label=label, value=list(value), multiple=True, with_input=True, new_value_mode="add-unique")
    dress(field, hint or t("Type a word, then Enter"))
    field.props("use-chips hide-dropdown-icon")
    return field


def check_field(label: str, value: bool = False, *, on_change: Callable[..., Any] | None = None) -> ui.checkbox:
    """A tick that stands for itself."""
    return ui.checkbox(label, value=value, on_change=on_change).classes("tick-field")
