"""One of hundreds, in the browser's own list: typing finds, and no element keeps a copy of every option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments


class LongChoice(ValueElement[str], component="long_choice.js"):
    """`LongChoice(t("Country"), {"BR": "Brazil", …}, "BR", on_change=…)`; named by `label`, which is not shown."""

    LOOPBACK = True
    VALUE_PROP = "value"

    def __init__(
        self, label: str, options: Mapping[str, str], value: str, *, on_change: Callable[..., Any] | None = None
    ) -> None:
        super().__init__(value=value, on_value_change=on_change)
        known = options if value in options else {value: value, **options}
        self._props.update({"label": label, "options": [list(pair) for pair in known.items()], "disabled": False})

    def _event_args_to_value(self, e: GenericEventArguments) -> str:
        return e.args if isinstance(e.args, str) else self.value

    def set_enabled(self, enabled: bool) -> None:
        """Whether one may choose."""
        self._props["disabled"] = not enabled

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [dict(self._props["options"]).get(self.value, "")]
