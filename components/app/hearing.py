"""What the scripts of our elements tell: anything else than they would say is a forgery, and passes unheard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

LARGEST = 2**53
"""Numbers a browser can count to."""


def hear(element: Element, event: str, do: Callable[..., Any], *one: type, **parts: type) -> None:
    """Call `do` with what the event carries: one value of the type given, or the named parts, each of its type."""

    def fitting(told: GenericEventArguments) -> Any:
        if one:
            return do(told.args) if _fits(told.args, one[0]) else None
        if not isinstance(told.args, dict) or not all(_fits(told.args.get(name), kind) for name, kind in parts.items()):
            return None
        return do(**{name: told.args[name] for name in parts})

    element.on(event, fitting)


def _fits(value: object, kind: type) -> bool:
    return type(value) is kind and (not isinstance(value, int) or abs(value) < LARGEST)
