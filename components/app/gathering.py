"""Facts that come in a bunch, answered once."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

PAUSE = 0.05
"""Seconds in which facts of one act, and of a quick colleague, are taken together."""
QUICK, REST = 3, 1.0
"""After so many answers within twice the rest it is a crowd that comes: from then on one answer a rest."""


class Gathering:
    """Hand it to `live(do=…)`: `do` gets all facts of a short while as one list, and never runs twice at a time."""

    def __init__(self, do: Callable[[list[Any]], Awaitable[None]]) -> None:
        self._do = do
        self._facts: list[Any] = []
        self._lock = asyncio.Lock()
        self._answered: deque[float] = deque(maxlen=QUICK)

    async def __call__(self, fact: Any) -> None:
        self._facts.append(fact)
        if len(self._facts) > 1:
            return
        await asyncio.sleep(PAUSE)
        async with self._lock:
            if self._is_crowded():
                await asyncio.sleep(REST)
            self._answered.append(time.monotonic())
            facts, self._facts = self._facts, []
            await self._do(facts)

    def _is_crowded(self) -> bool:
        return len(self._answered) == QUICK and time.monotonic() - self._answered[0] < 2 * REST
