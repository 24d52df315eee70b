"""The figure as a field of a form: where on the body something goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments

from components.app import theme
from components.body_map.figure import path_of
from studio.clients.body import PLACES, VIEWS
from studio.clients.figure import HEIGHT, WIDTH, drawing_order
from studio.kernel.text import t

theme.also(Path(__file__).parent / "body_map.css")


class BodyField(ValueElement[Any], component="field.js"):
    """`.value` is a list of places as `studio.clients.body` names them, in the order they were tapped."""

    LOOPBACK = True
    VALUE_PROP = "value"

    def __init__(self, label: str, value: Sequence[str] = (), *, hint: str = "") -> None:
        super().__init__(value=list(value), on_value_change=None)
        self._props.update(
            {
                "label": label,
                "hint": hint,
                "box": f"0 0 {WIDTH} {HEIGHT}",
                "words": {"marked": t("Marked places"), "drop": t("Take away:")},
                "sides": [{"key": view, "word": t(word), "places": _shapes(view)} for view, word in VIEWS.items()],
            }
        )

    def _event_args_to_value(self, e: GenericEventArguments) -> Any:
        told = e.args if isinstance(e.args, list) else [e.args]
        return [one for one in told if isinstance(one, str) and one in PLACES]

    def complain(self, text: str) -> None:
        """Show what to mend; empty text takes it away."""
        self._props["error"] = text


def _shapes(view: str) -> list[dict[str, str]]:
    return [{"key": place, "word": t(PLACES[place]), "d": path_of(place)} for place in drawing_order(view)]
