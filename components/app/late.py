"""A press that was on its way while its button was drawn anew: what was pressed hears it all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary, ref

from nicegui import Client, ui
from nicegui.events import ClickEventArguments, handle_event

LATE = 5.0
"""Seconds in which a press may still come; a busy computer is no quicker."""
TWICE = 2.0
"""Seconds after a press in which another of the same button is the second half of a double click."""


@dataclass(frozen=True)
class Gone:
    """A button that is no more, and what it did."""

    listeners: frozenset[str]
    does: Callable[..., Any]
    until: float


_gone: WeakKeyDictionary[Client, dict[int, Gone]] = WeakKeyDictionary()


class Pressable(ui.button):
    """Others change what a page shows, and its parts are drawn anew, at any moment: also between somebody's press and
    its coming here. It counts once, as it was meant: for what stood there when they pressed.
    """

    def __init__(self, text: str = "", does: Callable[..., Any] | None = None, *, icon: str | None = None) -> None:
        super().__init__(text, icon=icon, on_click=does, color=None)
        self._does, self._pressed = does, -TWICE

    def _handle_event(self, msg: dict[str, Any]) -> None:
        self._pressed = monotonic()
        super()._handle_event(msg)

    def _handle_delete(self) -> None:
        now, told = monotonic(), (one.id for one in self._event_listeners.values() if one.type == "click")
        if self._does is not None and self.enabled and now - self._pressed >= TWICE:
            with suppress(RuntimeError):  # nothing is on its way any more where pages are cleared away off the loop
                _remember(self.client, self.id, Gone(frozenset(told), self._does, now + LATE))
        super()._handle_delete()


def hear_late(told: Mapping[str, Any]) -> bool:
    """Whether this event was the press of a button that is gone, and has been heard."""
    client = Client.instances.get(told["client_id"])
    here = _gone.get(client) if client is not None else None
    if client is None or not here:
        return False
    gone = here.pop(told["id"], None)
    if gone is None or told["listener_id"] not in gone.listeners or gone.until < monotonic():
        return False
    handle_event(gone.does, ClickEventArguments(sender=client.content, client=client))
    return True


def _remember(client: Client, number: int, gone: Gone) -> None:
    if client not in _gone:
        _look_later(client)
    _gone.setdefault(client, {})[number] = gone


def _look_later(client: Client) -> None:
    """Nothing is kept longer than it may be needed."""
    page = ref(client)

    def look() -> None:
        now, client = monotonic(), page()
        if client is None or client not in _gone:
            return
        _gone[client] = {number: gone for number, gone in _gone[client].items() if gone.until >= now}
        if _gone[client]:
            _look_later(client)
        else:
            del _gone[client]

    asyncio.get_running_loop().call_later(LATE, look)
