"""Buttons that say what happens: one filled one a view, the others outlined or bare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from nicegui import ui

from components.app import icons

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
    made = ui.button(text, icon=icons.source(icon) if icon else None, on_click=on_click, color=None)
    made.classes(f"btn {kind}" if kind != "plain" else "btn").props("no-caps unelevated")
    if to:
        made.props["href"] = to
    if key:
        made.props["data-key"] = key
    return made


def icon_button(name: str, label: str, on_click: Callable[..., Any] | None = None, *, to: str = "") -> ui.button:
    """A button that is only an icon; `label` is what it says to those who cannot see it."""
    made = (
        ui.button(icon=icons.source(name), on_click=on_click, color=None)
        .classes("btn icon")
        .props("no-caps unelevated")
    )
    made.props.update({"aria-label": label, "title": label} | ({"href": to} if to else {}))
    return made
