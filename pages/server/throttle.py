"""How often: counted per token and per address, in memory."""

from __future__ import annotations

import hashlib
import math
import time

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter


class Throttle:
    """Counts visits of one kind by one visitor."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def wait(self, kind: str, who: str, amount: int, seconds: int = 60) -> int:
        """Seconds to wait before the next one; 0 lets it in and counts it."""
        limit = RateLimitItemPerSecond(max(1, amount), max(1, seconds), namespace=kind)
        if await self._limiter.hit(limit, who):
            return 0
        window = await self._limiter.get_window_stats(limit, who)
        return max(1, math.ceil(window.reset_time - time.time()))


def disguised(token: str) -> str:
    """A token's stand-in, so that counters hold no secret."""
    return hashlib.sha256(token.encode()).hexdigest()[:24]
