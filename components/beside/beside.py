"""The pane beside a list: drawn by whoever knows what was chosen, named in the address, closed by Escape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nicegui import ui
from nicegui.element import Element

from components.app.tokens import DESK

WIDE = f"(min-width: {DESK})"
"""Where there is room for both; narrower, a row opens an address of its own."""


class Beside:
    """Empty until `turn_to`; `on_close` is told when it is empty again."""

    place: ui.element

    def __init__(self, label: str, on_close: Callable[[], None]) -> None:
        self.label, self.on_close = label, on_close

    def draw(self) -> None:
        """Call it after the list, both inside an element of class `beside`."""
        self.place = ui.element("aside").classes("panel beside-pane")
        self.place.props["aria-label"] = self.label
        self.place.on("keydown.esc", self.close, args=[])

    @contextmanager
    def room(self) -> Iterator[Element]:
        """Unseen room to read and draw in; gone again when that fails. Hand it to `turn_to` at the end."""
        with self.place:
            one = ui.element("div").classes("beside-one")
        try:
            with one:
                yield one
        except BaseException:
            one.delete()
            raise

    def turn_to(self, one: Element, name: str) -> None:
        """Show this instead of what stood here; the address names it."""
        for other in [child for child in self.place if child is not one]:
            other.delete()
        one.classes("on")
        _keep_in_address(name)

    def close(self) -> None:
        """Give the list the whole width again."""
        self.place.clear()
        _keep_in_address("")
        self.on_close()


def asked_for() -> str:
    """What the address names, so that a reload shows the same again."""
    return str(ui.context.client.request.query_params.get("open", ""))[:40]


def _keep_in_address(name: str) -> None:
    step = f"set('open', {json.dumps(name)})" if name else "delete('open')"
    ui.run_javascript(
        f"const to = new URL(location.href); to.searchParams.{step}; history.replaceState(history.state, '', to)"
    )
