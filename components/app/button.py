"""Buttons that say what happens: one filled one a view, the others outlined or bare."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Literal

from nicegui import ui
from nicegui.element import Element
from nicegui.events import ClickEventArguments
from nicegui.helpers import NoImplicitAwait, expects_arguments

from components.app import icons
from components.app.late import Pressable

Kind = Literal["plain", "primary", "bare", "stop"]


def button(
    text: str,
    on_click: Callable[..., Any] | None = None,
    *,
    kind: Kind = "plain",
    icon: str = "",
    to: str = "",
    key: str = "",
) -> ui.button:
    """A button; with `to` it is a link, with `key` it has a shortcut such as `n`."""
    made = Pressable(text, lasting(on_click), icon=icons.source(icon) if icon else None)
    made.classes(f"btn {kind}" if kind != "plain" else "btn").props("no-caps unelevated")
    if to:
        made.props["href"] = to
    if key:
        made.props["data-key"] = key
    return made


def icon_button(name: str, label: str, on_click: Callable[..., Any] | None = None, *, to: str = "") -> ui.button:
    """A button that is only an icon; `label` is what it says to those who cannot see it."""
    made = Pressable("", lasting(on_click), icon=icons.source(name)).classes("btn icon").props("no-caps unelevated")
    made.props.update({"aria-label": label, "title": label} | ({"href": to} if to else {}))
    return made


def lasting(on_click: Callable[..., Any] | None) -> Callable[[ClickEventArguments], Any] | None:
    """The same, done in the page itself: what is asked or said stays when the part with the button is drawn anew."""
    if on_click is None:
        return None
    wants_event = expects_arguments(on_click)

    def clicked(event: ClickEventArguments) -> Any:
        with event.client.content as page:
            done = on_click(event) if wants_event else on_click()
        waits = isinstance(done, Awaitable) and not isinstance(done, NoImplicitAwait)  # a closed dialog gives itself
        return _within(page, done) if waits else None

    return clicked


async def _within(page: Element, done: Awaitable[Any]) -> None:
    with page:
        await done
