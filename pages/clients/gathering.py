"""Facts that come in a bunch, answered once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

PAUSE = 0.05
"""Seconds in which facts of one act, and of a quick colleague, are taken together."""


class Gathering:
    """Hand it to `live(do=…)`: `do` gets all facts of a short while as one list, and never runs twice at a time."""

    def __init__(self, do: Callable[[list[Any]], Awaitable[None]]) -> None:
        self._do = do
        self._facts: list[Any] = []
        self._lock = asyncio.Lock()

    async def __call__(self, fact: Any) -> None:
        self._facts.append(fact)
        if len(self._facts) > 1:
            return
        await asyncio.sleep(PAUSE)
        async with self._lock:
            facts, self._facts = self._facts, []
            await self._do(facts)
