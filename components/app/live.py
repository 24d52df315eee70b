"""Screens that redraw by themselves when a fact they care about has happened elsewhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context
from typing import Any, TypeVar

from nicegui import background_tasks, core, ui

from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.presence import unattended
from studio.kernel.refusal import SignedOut

F = TypeVar("F", bound=Fact)


def live(on: type[F] | tuple[type[F], ...], do: Callable[[F], Any], *, when: Callable[[F], bool] | None = None) -> None:
    """Call `do(fact)` in this page whenever such a fact happens, until the page is gone."""
    client = ui.context.client
    place = ui.context.slot.parent
    kinds = on if isinstance(on, tuple) else (on,)

    async def redraw(fact: F) -> None:
        if not place.is_deleted:
            with unattended(), suppress(SignedOut):  # a page whose sign-in has ended is on its way out
                result = do(fact)
                if isinstance(result, Awaitable):
                    await result

    def on_loop(fact: F) -> None:
        if not place.is_deleted:
            background_tasks.create(redraw(fact), name=f"live {fact.kind}", context=place)

    def heard(fact: F) -> None:
        if (when is None or when(fact)) and core.loop is not None and not core.loop.is_closed():
            core.loop.call_soon_threadsafe(on_loop, fact, context=Context())  # whoever acted may speak another language

    for kind in kinds:
        client.on_delete(house().bus.after(kind, heard))
