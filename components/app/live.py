"""Screens that redraw by themselves when a fact they care about has happened elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from nicegui import background_tasks, core, ui
from nicegui.element import Element

from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.presence import unattended
from studio.kernel.refusal import SignedOut

F = TypeVar("F", bound=Fact)
Of = TypeVar("Of")


def in_turn(read: Callable[[Of], Awaitable[None]]) -> Callable[[Of], Awaitable[None]]:
    """Runs of this method of one object follow one another: what was read first is never shown last."""
    turns: WeakKeyDictionary[Of, asyncio.Lock] = WeakKeyDictionary()

    @wraps(read)
    async def waiting(of: Of) -> None:
        async with turns.setdefault(of, asyncio.Lock()):
            await read(of)

    return waiting


def live(on: type[F] | tuple[type[F], ...], do: Callable[[F], Any], *, when: Callable[[F], bool] | None = None) -> None:
    """Call `do(fact)` whenever such a fact happens, until what is being drawn here, or the whole page, is gone.

    Say it before the first read: what happens between the read and this line would be missed.
    """
    ear = _Ear(ui.context.slot.parent, do, when)
    ear.listen(on if isinstance(on, tuple) else (on,))
    ui.context.client.on_delete(ear.close)


class _Ear:
    """Listens for one place on a page. Closed, it keeps nothing alive: a page may redraw its parts all day."""

    def __init__(self, place: Element, do: Callable[[Any], Any], when: Callable[[Any], bool] | None) -> None:
        self._place: Element | None = place
        self._do, self._when = do, when
        self._stops: list[Callable[[], None]] = []

    def listen(self, kinds: tuple[type[Fact], ...]) -> None:
        self._stops = [house().bus.after(kind, self._heard) for kind in kinds]

    def close(self) -> None:
        for stop in self._stops:
            stop()
        self._place, self._do, self._when = None, _nothing, None

    def _heard(self, fact: Fact) -> None:
        """On the thread of whoever acted; pages belong to the event loop."""
        place, when = self._place, self._when
        if place is None or place.is_deleted:
            self.close()
        elif (when is None or when(fact)) and core.loop is not None and not core.loop.is_closed():
            core.loop.call_soon_threadsafe(
                self._on_loop, fact, context=Context()
            )  # the actor may speak another language

    def _on_loop(self, fact: Fact) -> None:
        if self._place is not None and not self._place.is_deleted:
            background_tasks.create(self._redraw(self._place, fact), name=f"live {fact.kind}", context=self._place)

    async def _redraw(self, place: Element, fact: Fact) -> None:
        if not place.is_deleted:
            with unattended(), suppress(SignedOut):  # a page whose sign-in has ended is on its way out
                result = self._do(fact)
                if isinstance(result, Awaitable):
                    await result


def _nothing(_: object) -> None:
    """What is left to do for a place that is gone."""
